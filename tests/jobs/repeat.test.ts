import { expect, test } from 'vitest'
import { repeat } from '../../src/jobs/repeat.ts'

test('the first call is at once, the others follow one after the other, also when one fails', async () => {
  let active = 0
  let calls = 0
  const overlaps: number[] = []
  const errors: unknown[] = []
  const enough = Promise.withResolvers<void>()
  const work = async () => {
    overlaps.push(++active)
    await new Promise(setImmediate)
    active--
    if (++calls === 10) enough.resolve()
    if (calls % 2) throw new Error(`call ${calls}`)
  }
  const loop = repeat(1, work, (error) => errors.push(error))
  expect(active).toBe(1)
  await enough.promise
  await loop[Symbol.asyncDispose]()
  expect(new Set(overlaps)).toEqual(new Set([1]))
  expect(errors.length).toBeGreaterThanOrEqual(5)
})

test('disposing does not wait for the pause, but for a call that is under way', async () => {
  const mayEnd = Promise.withResolvers<void>()
  let calls = 0
  const loop = repeat(
    3_600_000,
    () => {
      calls++
      return mayEnd.promise
    },
    () => {},
  )
  let disposed = false
  const disposing = loop[Symbol.asyncDispose]().then(() => {
    disposed = true
  })
  await new Promise(setImmediate)
  expect(disposed).toBe(false)
  mayEnd.resolve()
  await disposing
  expect(calls).toBe(1)
})
