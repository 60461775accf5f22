import { expect, test } from 'vitest'
import { createPreparedNames } from '../../../src/platform/database/prepared/names.ts'

const columns = [{ name: 'n', parse: Number }]

test('a name is used once the server has confirmed it, and only one prepares it', () => {
  const names = createPreparedNames()
  expect(names.find('SELECT 1')).toBeNull()
  const name = names.claim('SELECT 1') ?? ''
  expect(name).toMatch(/^pms_[0-9a-f]{40}$/)
  expect(names.claim('SELECT 1')).toBeNull()
  expect(names.find('SELECT 1')).toBeNull()
  names.confirm('SELECT 1', columns)
  expect(names.find('SELECT 1')).toEqual({ name, columns })
})

test('what was not used for the longest time makes room', () => {
  const names = createPreparedNames(2)
  const prepare = (text: string) => {
    const name = names.claim(text)
    names.confirm(text, columns)
    return name
  }
  const [one, two] = [prepare('one'), prepare('two')]
  expect(names.find('one')?.name).toBe(one)
  prepare('three')
  expect(names.takeUnused()).toEqual([two])
  expect(names.takeUnused()).toEqual([])
  expect(names.find('one')).not.toBeNull()
  expect(names.find('two')).toBeNull()
})

test('what failed is closed, known or not, and may be prepared again', () => {
  const names = createPreparedNames()
  const name = names.claim('one')
  names.drop('one')
  expect(names.takeUnused()).toEqual([name])
  expect(names.claim('one')).toBe(name)
  names.confirm('one', columns)
  names.drop('one')
  expect(names.takeUnused()).toEqual([name])
  expect(names.find('one')).toBeNull()
})
