import { expect, test } from 'vitest'
import { createMessageBuffer } from '../../../src/platform/pubsub/message-buffer.ts'

const endless = () => {}

test('messages come in the order of pushing, to a reader before and after them', async () => {
  const { messages, push } = createMessageBuffer<number>(10, endless)
  const early = [messages.next(), messages.next()]
  for (const message of [1, 2, 3]) push(message)
  expect(await Promise.all(early)).toEqual([
    { done: false, value: 1 },
    { done: false, value: 2 },
  ])
  expect(await messages.next()).toEqual({ done: false, value: 3 })
})

test('a reader that is too far behind loses the oldest messages', async () => {
  const { messages, push } = createMessageBuffer<number>(3, endless)
  for (const message of [1, 2, 3, 4, 5]) push(message)
  const read = [await messages.next(), await messages.next(), await messages.next()]
  expect(read.map(({ value }) => value)).toEqual([3, 4, 5])
})

test('return ends a reader that is waiting', async () => {
  const { messages } = createMessageBuffer<number>(3, endless)
  const parked = messages.next()
  await messages.return?.()
  expect(await parked).toEqual({ done: true, value: undefined })
})

test('leaving a loop ends it, once, and what comes later is ignored', async () => {
  let ends = 0
  const { messages, push, end } = createMessageBuffer<number>(3, () => ends++)
  push(1)
  push(2)
  for await (const _ of messages) break
  push(3)
  end()
  expect(ends).toBe(1)
  expect(await messages.next()).toEqual({ done: true, value: undefined })
})
