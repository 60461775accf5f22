import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createBatcher } from '../../../src/platform/database/batcher.ts'
import { eventually } from '../../kit/eventually.ts'

const options = { size: 3, lanes: 2, isOfOneItem: (error: unknown) => error === 'odd' }

/** Writes that last until they are let go. */
function held() {
  const groups: { items: readonly number[]; release: () => void }[] = []
  const write = async (items: readonly number[]) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    groups.push({ items, release: resolve })
    await promise
    return items.map((item) => item * 10)
  }
  return { groups, write, items: () => groups.map((group) => group.items) }
}

test('what comes while writes are under way goes together with the next, no more than its size, each with its result', async () => {
  const { groups, write, items } = held()
  const batcher = createBatcher(write, options)
  const results = [1, 2, 3, 4, 5, 6, 7].map((item) => batcher.add(item))
  await eventually(() => expect(items()).toEqual([[1, 2, 3]]))
  groups[0]?.release()
  await eventually(() =>
    expect(items()).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]),
  )
  groups[1]?.release()
  await eventually(() => expect(items()).toHaveLength(3))
  groups[2]?.release()
  expect(await Promise.all(results)).toEqual([10, 20, 30, 40, 50, 60, 70])
})

test('a write that takes too long no longer keeps the next one from beginning, but for the lanes that there are', async () => {
  const { groups, write, items } = held()
  const batcher = createBatcher(write, { ...options, patienceMs: 50 })
  const results: Promise<number>[] = []
  for (const item of [1, 2, 3]) {
    results.push(batcher.add(item))
    await delay(5)
  }
  expect(items()).toEqual([[1]])
  await eventually(() => expect(items()).toEqual([[1], [2, 3]]))
  results.push(batcher.add(4))
  await delay(70)
  expect(items()).toEqual([[1], [2, 3]])
  groups[1]?.release()
  await eventually(() => expect(items()).toEqual([[1], [2, 3], [4]]))
  for (const { release } of groups) release()
  expect(await Promise.all(results)).toEqual([10, 20, 30, 40])
})

test('a write that failed for one of its items is tried for each alone', async () => {
  const write = async (items: readonly number[]) => {
    if (items.includes(2)) throw 'odd'
    return items
  }
  const batcher = createBatcher(write, options)
  const results = await Promise.allSettled([1, 2, 3].map((item) => batcher.add(item)))
  expect(results).toEqual([
    { status: 'fulfilled', value: 1 },
    { status: 'rejected', reason: 'odd' },
    { status: 'fulfilled', value: 3 },
  ])
})
