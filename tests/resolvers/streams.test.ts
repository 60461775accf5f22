import { describe, expect, test } from 'vitest'
import { createMessageBuffer } from '../../src/platform/pubsub/message-buffer.ts'
import { linkReturn } from '../../src/resolvers/streams/link-return.ts'
import { pollWhenIdle } from '../../src/resolvers/streams/poll-when-idle.ts'

const never = 3_600_000

describe('pollWhenIdle', () => {
  test('passes on what comes, in order, and ends with its source', async () => {
    const { messages, push, end } = createMessageBuffer<number>(10, () => {})
    const events = pollWhenIdle(never, messages, async () => [])
    push(1)
    push(2)
    expect([await events.next(), await events.next()].map(({ value }) => value)).toEqual([1, 2])
    end()
    expect((await events.next()).done).toBe(true)
  })

  test('looks for itself when nothing comes, and still hears what comes later', async () => {
    const { messages, push } = createMessageBuffer<string>(10, () => {})
    const found = ['lost', 'messages']
    const events = pollWhenIdle(1, messages, async () => found.splice(0, 1))
    expect([await events.next(), await events.next()].map(({ value }) => value)).toEqual(['lost', 'messages'])
    const next = events.next()
    push('heard')
    expect((await next).value).toBe('heard')
  })
})

test('a stream ends at once while it waits for its source, and lets go of it', async () => {
  let released = 0
  const { messages } = createMessageBuffer<number>(10, () => released++)
  async function* waiting() {
    try {
      yield* messages
    } finally {
      released += 10
    }
  }
  const stream = linkReturn(messages, waiting())
  const pending = stream.next()
  await stream.return?.()
  expect([await pending, released]).toEqual([{ done: true, value: undefined }, 11])
})

test('a stream that nobody has begun to read lets go of its source too', async () => {
  let released = 0
  const { messages } = createMessageBuffer<number>(10, () => released++)
  async function* untouched() {
    yield* messages
  }
  await linkReturn(messages, untouched()).return?.()
  expect(released).toBe(1)
})
