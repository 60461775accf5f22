import { buildSchema, type ExecutionArgs, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { createFanOut, type Subscription } from '../../src/http/graphql/subscriptions/fan-out.ts'
import { createMessageBuffer } from '../../src/platform/pubsub/message-buffer.ts'
import type { LiveEvents } from '../../src/resolvers/streams/live-events.ts'
import { eventually } from '../kit/eventually.ts'

interface Step {
  of: string
  n: number
  isOver?: boolean
}

/** A fan-out of steps that the test tells; whoever comes later is told the last step of what is not over. */
function fanOutOf(open: () => Promise<void> = async () => {}) {
  const log: string[] = []
  const { messages, push, end } = createMessageBuffer<Step>(100, () => log.push('released'))
  const events: LiveEvents<Step> = { ...messages, stateOf: ({ of, isOver = false }) => ({ of, isOver }) }
  const fanOut = createFanOut({
    args: subscription(async () => {
      await open()
      return events
    }),
    execute: async (event) => {
      const { of, n } = event as Step
      if (n < 0) throw new Error('negative')
      return `${of}${n}`
    },
    present: (error) => `failed: ${(error as Error).message}`,
    onStart: () => log.push('started'),
    onEnd: () => log.push('ended'),
  })
  return { fanOut, log, push, end }
}

function subscription(subscribe: () => Promise<AsyncIterable<unknown>>): ExecutionArgs {
  const schema = buildSchema('type Query { a: Int } type Subscription { step: String }')
  Object.assign(schema.getSubscriptionType()?.getFields().step ?? {}, { subscribe })
  return { schema, document: parse('subscription { step }') }
}

function listen(subscribed: Awaited<ReturnType<ReturnType<typeof fanOutOf>['fanOut']['subscribe']>>) {
  if (!('listen' in subscribed)) throw new Error('Nothing to subscribe to')
  const told: string[] = []
  subscribed.listen({ next: (result) => told.push(result), complete: () => told.push('complete') })
  return { told, unsubscribe: (subscribed as Subscription).unsubscribe }
}

describe('a fan-out', () => {
  test('tells everybody every step once, and those who come later first where things stand', async () => {
    const { fanOut, push, end } = fanOutOf()
    const first = listen(await fanOut.subscribe())
    push({ of: 'a', n: 1 })
    push({ of: 'b', n: 1 })
    push({ of: 'a', n: 2 })
    push({ of: 'b', n: 2, isOver: true })
    await eventually(() => expect(first.told).toHaveLength(4))
    const late = listen(await fanOut.subscribe())
    expect(late.told).toEqual(['a2'])
    push({ of: 'a', n: 3 })
    await eventually(() => expect(late.told).toEqual(['a2', 'a3']))
    end()
    await eventually(() => expect(late.told).toEqual(['a2', 'a3', 'complete']))
    expect(first.told).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'complete'])
  })

  test('ends at once with the last one to leave, and tells nothing after that', async () => {
    const { fanOut, log, push } = fanOutOf()
    const [first, second] = [listen(await fanOut.subscribe()), listen(await fanOut.subscribe())]
    first.unsubscribe()
    first.unsubscribe()
    expect(log).toEqual(['started'])
    second.unsubscribe()
    expect(log).toEqual(['started', 'ended'])
    await eventually(() => expect(log).toContain('released'))
    push({ of: 'a', n: 1 })
    expect([first.told, second.told]).toEqual([[], []])
  })

  test('goes on for one who is still waiting for it to begin when another one has left', async () => {
    const opened = Promise.withResolvers<void>()
    const { fanOut, log, push } = fanOutOf(() => opened.promise)
    const [hasty, patient] = [fanOut.subscribe(), fanOut.subscribe()]
    opened.resolve()
    listen(await hasty).unsubscribe()
    const { told } = listen(await patient)
    push({ of: 'a', n: 1 })
    await eventually(() => expect(told).toEqual(['a1']))
    expect(log).toEqual(['started'])
  })

  test('tells everybody why it failed, then that it is over', async () => {
    const { fanOut, log, push } = fanOutOf()
    const [first, second] = [listen(await fanOut.subscribe()), listen(await fanOut.subscribe())]
    push({ of: 'a', n: -1 })
    await eventually(() => expect(first.told).toEqual(['failed: negative', 'complete']))
    expect(second.told).toEqual(first.told)
    expect(log).toContain('ended')
  })

  test('that cannot begin says so to everybody and is over', async () => {
    const { fanOut, log } = fanOutOf(async () => {
      throw new Error('no')
    })
    const answers = await Promise.all([fanOut.subscribe(), fanOut.subscribe()])
    for (const answer of answers) expect(answer).toMatchObject({ errors: [{ message: 'no' }] })
    expect(log).toEqual(['started', 'ended'])
  })
})
