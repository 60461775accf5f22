import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { latest } from '../../src/resolvers/streams/latest.ts'
import { eventually } from '../kit/eventually.ts'

/** Events that a test sends; like the relay's, its `return()` ends a `next()` that waits. */
function openSource<T>() {
  const sent: T[] = []
  let wake = Promise.withResolvers<void>()
  let isOver = false
  const source: AsyncIterableIterator<T> = {
    async next() {
      while (sent.length === 0 && !isOver) await wake.promise
      return sent.length > 0 ? { done: false, value: sent.shift() as T } : { done: true, value: undefined }
    },
    async return() {
      isOver = true
      wake.resolve()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]: () => source,
  }
  return {
    source,
    isOver: () => isOver,
    send(event: T) {
      sent.push(event)
      wake.resolve()
      wake = Promise.withResolvers()
    },
  }
}

const EVERY_MS = 30
const watching = (source: AsyncIterableIterator<string>, read: (key: string) => Promise<string | null>) =>
  latest(source, { keyOf: (event) => (event === 'other' ? null : event), read, everyMs: EVERY_MS })

it('tells of each thing once in a while, and of the state that it has come to', async () => {
  const events = openSource<string>()
  const steps = new Map([
    ['a', 0],
    ['b', 0],
  ])
  const states = watching(events.source, async (key) => `${key}${steps.get(key)}`)
  const told: string[] = []
  const reading = (async () => {
    for await (const state of states) told.push(state)
  })()
  for (let step = 1; step <= 200; step++) {
    for (const key of ['a', 'other', 'b']) {
      steps.set(key, step)
      events.send(key)
    }
    if (step % 50 === 0) await delay(EVERY_MS / 2)
  }
  await eventually(() => expect(told).toEqual(expect.arrayContaining(['a200', 'b200'])))
  expect(told.length).toBeLessThan(30)
  await states.return?.()
  await reading
  expect(events.isOver()).toBe(true)
})

it('says nothing of what is gone, and ends with its source', async () => {
  const events = openSource<string>()
  const states = watching(events.source, async (key) => (key === 'gone' ? null : key))
  events.send('gone')
  events.send('here')
  expect(await states.next()).toEqual({ done: false, value: 'here' })
  const next = states.next()
  await events.source.return?.()
  expect(await next).toMatchObject({ done: true })
})

it('ends at once when nobody wants it any more, while nothing happens', async () => {
  const events = openSource<string>()
  const states = watching(events.source, async (key) => key)
  const next = states.next()
  await states.return?.()
  expect(await next).toMatchObject({ done: true })
})

it('hands a failure on to whoever reads', async () => {
  const source: AsyncIterableIterator<string> = {
    next: () => Promise.reject(new Error('lost')),
    [Symbol.asyncIterator]: () => source,
  }
  await expect(watching(source, async (key) => key).next()).rejects.toThrow('lost')
})
