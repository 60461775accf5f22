import { buildSchema, type ExecutionArgs, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { createBroadcast, type Seat } from '../../src/http/graphql/subscriptions/fan-out.ts'
import { createMessageBuffer } from '../../src/platform/pubsub/message-buffer.ts'
import type { LiveEvents } from '../../src/resolvers/streams/live-events.ts'
import { eventually } from '../kit/eventually.ts'

interface Step {
  of: string
  n: number
  isOver?: boolean
}

/** A broadcast of steps that the test tells; whoever comes later is told the last step of what is not over. */
function stage(open: () => Promise<void> = async () => {}) {
  const log: string[] = []
  const { messages, push, end } = createMessageBuffer<Step>(100, () => log.push('released'))
  const events: LiveEvents<Step> = { ...messages, stateOf: ({ of, isOver = false }) => ({ of, isOver }) }
  const broadcast = createBroadcast({
    args: subscription(async () => {
      await open()
      return events
    }),
    answer: async (event) => {
      const { of, n } = event as Step
      if (n < 0) throw new Error('negative')
      return `${of}${n}`
    },
    explain: (error) => `failed: ${(error as Error).message}`,
    onStart: () => log.push('started'),
    onEnd: () => log.push('ended'),
  })
  return { broadcast, log, push, end }
}

function subscription(subscribe: () => Promise<AsyncIterable<unknown>>): ExecutionArgs {
  const schema = buildSchema('type Query { a: Int } type Subscription { step: String }')
  Object.assign(schema.getSubscriptionType()?.getFields().step ?? {}, { subscribe })
  return { schema, document: parse('subscription { step }') }
}

function listen(seat: Awaited<ReturnType<ReturnType<typeof stage>['broadcast']['join']>>) {
  if (!('listen' in seat)) throw new Error('There is no seat')
  const told: string[] = []
  seat.listen({ next: (result) => told.push(result), complete: () => told.push('complete') })
  return { told, leave: (seat as Seat).leave }
}

describe('a broadcast', () => {
  test('tells everybody every step once, and those who come later first where things stand', async () => {
    const { broadcast, push, end } = stage()
    const first = listen(await broadcast.join())
    push({ of: 'a', n: 1 })
    push({ of: 'b', n: 1 })
    push({ of: 'a', n: 2 })
    push({ of: 'b', n: 2, isOver: true })
    await eventually(() => expect(first.told).toHaveLength(4))
    const late = listen(await broadcast.join())
    expect(late.told).toEqual(['a2'])
    push({ of: 'a', n: 3 })
    await eventually(() => expect(late.told).toEqual(['a2', 'a3']))
    end()
    await eventually(() => expect(late.told).toEqual(['a2', 'a3', 'complete']))
    expect(first.told).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'complete'])
  })

  test('ends at once with the last one to leave, and tells nothing after that', async () => {
    const { broadcast, log, push } = stage()
    const [first, second] = [listen(await broadcast.join()), listen(await broadcast.join())]
    first.leave()
    first.leave()
    expect(log).toEqual(['started'])
    second.leave()
    expect(log).toEqual(['started', 'ended'])
    await eventually(() => expect(log).toContain('released'))
    push({ of: 'a', n: 1 })
    expect([first.told, second.told]).toEqual([[], []])
  })

  test('goes on for one who is still waiting for it to begin when another one has left', async () => {
    const opened = Promise.withResolvers<void>()
    const { broadcast, log, push } = stage(() => opened.promise)
    const [hasty, patient] = [broadcast.join(), broadcast.join()]
    opened.resolve()
    listen(await hasty).leave()
    const { told } = listen(await patient)
    push({ of: 'a', n: 1 })
    await eventually(() => expect(told).toEqual(['a1']))
    expect(log).toEqual(['started'])
  })

  test('tells everybody why it failed, then that it is over', async () => {
    const { broadcast, log, push } = stage()
    const [first, second] = [listen(await broadcast.join()), listen(await broadcast.join())]
    push({ of: 'a', n: -1 })
    await eventually(() => expect(first.told).toEqual(['failed: negative', 'complete']))
    expect(second.told).toEqual(first.told)
    expect(log).toContain('ended')
  })

  test('that cannot begin says so to everybody and is over', async () => {
    const { broadcast, log } = stage(async () => {
      throw new Error('no')
    })
    const answers = await Promise.all([broadcast.join(), broadcast.join()])
    for (const answer of answers) expect(answer).toMatchObject({ errors: [{ message: 'no' }] })
    expect(log).toEqual(['started', 'ended'])
  })
})
