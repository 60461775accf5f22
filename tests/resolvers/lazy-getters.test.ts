import { expect, test } from 'vitest'
import { lazyGetters } from '../../src/resolvers/loaders/lazy-getters.ts'

test('a property is computed when it is first read, once an object', () => {
  const made: string[] = []
  const make = (name: string) => (given: string) => {
    made.push(`${name} of ${given}`)
    return { name, given }
  }
  const open = lazyGetters<string>()({ one: make('one'), two: make('two') })
  const [ada, bob] = [open('Ada'), open('Bob')]
  expect(made).toEqual([])
  expect(ada.one).toEqual({ name: 'one', given: 'Ada' })
  expect(ada.one).toBe(ada.one)
  expect(bob.one).not.toBe(ada.one)
  expect(made).toEqual(['one of Ada', 'one of Bob'])
})
