import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SyncLog } from '../../src/entities/sync-log.ts'
import { changedTopic, hotelProgressTopic, progressOf, progressTopic } from '../../src/sync/events/progress.ts'
import { startApi, type TestApi, type TestClaims } from '../kit/api.ts'
import { eventually } from '../kit/eventually.ts'
import { bearer, openSession } from '../kit/raw-socket.ts'
import { addBooking, addHotel, addSyncLog } from '../kit/rows.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const PROGRESS = 'subscription ($id: ID!) { syncProgress(hotelId: $id) { sequence } }'
const CHANGES = 'subscription ($id: ID!) { bookingChanged(hotelId: $id) { guestName } }'

/** A subscriber of the hotel, who was told something or is about to be. */
async function watch(id: string, query: string, claims: TestClaims = {}) {
  const connection = await openSession(api, await bearer(api, claims))
  connection.subscribe('1', query, { id })
  const told = () => connection.messages.slice(1).map(({ payload }) => Object.values((payload as Told).data)[0])
  return { ...connection, told }
}
interface Told {
  data: Record<string, unknown>
}

/** A hotel with a run that tells of its steps when the test says so. */
async function runningHotel() {
  const id = await addHotel(api.database)
  const run = (await addSyncLog(api.database, { hotelId: id, status: 'RUNNING', sequence: 0 })) as SyncLog
  return { id, step: (step: number) => api.pubsub.publish(progressTopic(run), progressOf(run, { step })) }
}
const listenersOf = (topic: string) => api.listening.filter((pattern) => pattern === topic).length

describe('the same subscription of viewers with the same rights', () => {
  test('is one: each is told where it stands and every step once, whenever they come', async () => {
    const { id, step } = await runningHotel()
    const first = await watch(id, PROGRESS, { subject: 'ada' })
    await eventually(() => expect(first.told()).toEqual([{ sequence: 0 }]))
    await step(1)
    await eventually(() => expect(first.told()).toHaveLength(2))
    const statements = statementsOf(id)
    const late = await watch(id, PROGRESS, { subject: 'grace' })
    await eventually(() => expect(late.told()).toEqual([{ sequence: 1 }]))
    await step(2)
    await eventually(() => expect(late.told()).toEqual([{ sequence: 1 }, { sequence: 2 }]))
    await eventually(() => expect(first.told()).toEqual([{ sequence: 0 }, { sequence: 1 }, { sequence: 2 }]))
    expect(listenersOf(hotelProgressTopic(id))).toBe(1)
    expect(statementsOf(id)).toBe(statements)
    for (const { socket } of [first, late]) socket.close()
  })

  test('goes on when the one who came first leaves, or may look no longer', async () => {
    const { id, step } = await runningHotel()
    const first = await watch(id, PROGRESS)
    const brief = await watch(id, PROGRESS, { expiresInSeconds: 1 })
    const last = await watch(id, PROGRESS)
    await eventually(() => expect(last.told()).toHaveLength(1))
    first.send({ type: 'complete', id: '1' })
    expect((await brief.closed).code).toBe(4401)
    await step(1)
    await eventually(() => expect(last.told()).toEqual([{ sequence: 0 }, { sequence: 1 }]))
    for (const { told } of [first, brief]) expect(told()).not.toContainEqual({ sequence: 1 })
    last.socket.close()
    await eventually(() => expect(listenersOf(hotelProgressTopic(id))).toBe(0))
    first.socket.close()
  })

  test('is refused to each of them in the same way', async () => {
    const refused = await Promise.all([watch('nowhere', PROGRESS), watch('nowhere', PROGRESS)])
    for (const { received, socket } of refused) {
      expect((await received('next', '1')).payload).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
      await received('complete', '1')
      socket.close()
    }
    expect(listenersOf(hotelProgressTopic('nowhere'))).toBe(0)
  })
})

describe('nothing is shared', () => {
  test('by viewers of other hotels: whom the hotel does not exist for is told nothing of it', async () => {
    const { id, step } = await runningHotel()
    const [own, all, foreign] = await Promise.all([
      watch(id, PROGRESS, { hotelIds: [id] }),
      watch(id, PROGRESS),
      watch(id, PROGRESS, { hotelIds: ['elsewhere'] }),
    ])
    expect((await foreign.received('next', '1')).payload).toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    })
    await Promise.all([own, all].map(({ told }) => eventually(() => expect(told()).toHaveLength(1))))
    await step(1)
    await Promise.all([own, all].map(({ told }) => eventually(() => expect(told()).toHaveLength(2))))
    expect(listenersOf(hotelProgressTopic(id))).toBe(2)
    expect(foreign.messages.map(({ type }) => type)).toEqual(['connection_ack', 'next', 'complete'])
    for (const { socket } of [own, all, foreign]) socket.close()
  })

  test('by viewers of other permissions: what is masked for one is not for the other', async () => {
    const id = await addHotel(api.database)
    const booking = await addBooking(api.database, { hotelId: id, guestName: 'Ada Lovelace' })
    const [viewer, editor] = await Promise.all([
      watch(id, CHANGES, { permissions: ['ADMIN_VIEW'] }),
      watch(id, CHANGES, { permissions: ['ADMIN_VIEW', 'ADMIN_EDIT'] }),
    ])
    const topic = changedTopic(id, 'BOOKING')
    await eventually(() => expect(listenersOf(topic)).toBe(2))
    await api.pubsub.publish(topic, { hotelId: id, provider: 'mock', entityType: 'BOOKING', ids: [booking.id] })
    await eventually(() => expect(viewer.told()).toEqual([{ guestName: 'A… L…' }]))
    await eventually(() => expect(editor.told()).toEqual([{ guestName: 'Ada Lovelace' }]))
    for (const { socket } of [viewer, editor]) socket.close()
  })

  test('between other questions or of other hotels', async () => {
    const [one, other] = [await runningHotel(), await runningHotel()]
    const watching = await Promise.all([
      watch(one.id, PROGRESS),
      watch(other.id, PROGRESS),
      watch(one.id, 'subscription ($id: ID!) { syncProgress(hotelId: $id) { hotelId } }'),
    ])
    await Promise.all(watching.map(({ told }) => eventually(() => expect(told()).toHaveLength(1))))
    await one.step(1)
    await eventually(() => expect(watching[0]?.told()).toEqual([{ sequence: 0 }, { sequence: 1 }]))
    await eventually(() => expect(watching[2]?.told()).toEqual([{ hotelId: one.id }, { hotelId: one.id }]))
    expect(watching[1]?.told()).toEqual([{ sequence: 0 }])
    for (const { socket } of watching) socket.close()
  })
})

const statementsOf = (id: string) => api.sent.filter(({ params }) => JSON.stringify(params).includes(id)).length
