import { createClient } from 'graphql-sse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Listening, serveSchema, startGateway } from '../../../examples/supergraph/gateway.ts'
import { createHotelsSubgraph, hotelsSdl } from '../../../examples/supergraph/hotels.ts'
import type { SyncLog } from '../../../src/entities/sync-log.ts'
import type { EntityType } from '../../../src/records/entity-type.ts'
import { printSubgraph } from '../../../src/resolvers/subgraph.ts'
import {
  changedTopic,
  hotelChangedTopic,
  hotelProgressTopic,
  progressOf,
  progressTopic,
} from '../../../src/sync/events/progress.ts'
import { startApi, type TestApi } from '../../kit/api.ts'
import { eventually } from '../../kit/eventually.ts'
import { addBooking, addGuest, addHotel, addHousekeeping, addRoom, addSyncLog } from '../../kit/rows.ts'
import { createGatewayPubSub } from './gateway-pubsub.ts'

const HOTELS = ['a', 'b', 'c', 'd'].map((id) => ({ id, slug: id, name: `Hotel ${id}`, timeZone: 'Europe/Lisbon' }))
const PROGRESS = 'subscription ($id: ID!, $run: ID) { syncProgress(hotelId: $id, syncLogId: $run) { phase processed } }'
const CHANGES = 'subscription ($id: ID!) { bookingChanged(hotelId: $id) { guestName hotel { name } } }'

/** Apollo's callback protocol, spoken by somebody else. */
const callbacks = (url: string) => ({
  kind: 'http-callback',
  location: '/graphql',
  options: { path: '/callback', public_url: callbackUrl(url), heartbeat_interval: 8_000 },
})
const callbackUrl = (url: string) => url.replace('/graphql', '/callback')

describe.each([
  ['event streams', {}],
  ['HTTP callbacks', { subscriptions: callbacks, webhooks: true, pubsub: createGatewayPubSub() }],
])('a browser at a gateway that asks over %s', (_, options) => {
  const allowed: string[] = []
  let api: TestApi
  let hotels: Listening
  let gateway: Listening
  beforeAll(async () => {
    api = await startApi({ subscriptionCallbackUrls: allowed })
    for (const { id } of HOTELS) await addHotel(api.database, id)
    hotels = await serveSchema(createHotelsSubgraph(HOTELS))
    const pms = { name: 'pms', url: `${api.url}/graphql`, sdl: printSubgraph() }
    gateway = await startGateway([{ name: 'hotels', url: hotels.url, sdl: hotelsSdl }, pms], options)
    allowed.push(callbackUrl(gateway.url))
  })
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]()
    await hotels[Symbol.asyncDispose]()
    await api[Symbol.asyncDispose]()
  })

  const connect = async (hotelIds = ['*']) =>
    createClient({
      url: gateway.url,
      headers: { authorization: `Bearer ${await api.token({ hotelIds })}` },
      retryAttempts: 0,
    })
  const running = async (hotelId: string) =>
    (await addSyncLog(api.database, { hotelId, status: 'RUNNING', sequence: 0 })) as SyncLog

  test('follows a run from where it stands to its end', async () => {
    const run = await running('a')
    const told: unknown[] = []
    const events = (await connect()).iterate({ query: PROGRESS, variables: { id: 'a', run: run.id } })
    const watching = (async () => {
      for await (const { data } of events) told.push(data?.syncProgress)
    })()
    await eventually(() => expect(told).toEqual([{ phase: 'FETCHING', processed: 0 }]))
    const publish = (changes: Partial<SyncLog>) =>
      api.pubsub.publish(progressTopic(run), progressOf({ ...run, ...changes }))
    await publish({ sequence: 1, itemsProcessed: 500 })
    await eventually(() => expect(told.at(-1)).toEqual({ phase: 'FETCHING', processed: 500 }))
    await publish({ sequence: 2, itemsProcessed: 700, status: 'COMPLETED' })
    await watching
    expect(told).toEqual([
      { phase: 'FETCHING', processed: 0 },
      { phase: 'FETCHING', processed: 500 },
      { phase: 'ENDED', processed: 700 },
    ])
  })

  test('is told of a changed booking with what the other subgraph knows of its hotel', async () => {
    const booking = await addBooking(api.database, { hotelId: 'b', guestName: 'Grace' })
    const events = (await connect()).iterate({ query: CHANGES, variables: { id: 'b' } })
    const next = events.next()
    const topic = changedTopic('b', 'BOOKING')
    await eventually(() => expect(api.listening).toContain(topic))
    await api.pubsub.publish(topic, { hotelId: 'b', provider: 'mock', entityType: 'BOOKING', ids: [booking.id] })
    expect((await next).value).toEqual({ data: { bookingChanged: { guestName: 'Grace', hotel: { name: 'Hotel b' } } } })
    await events.return?.()
  })

  test.each([
    ['housekeepingChanged', 'HOUSEKEEPING', addHousekeeping, { condition: 'INSPECTED' }],
    ['roomChanged', 'ROOM', addRoom, { cleaningStatus: 'INSPECTED' }],
    ['guestChanged', 'GUEST', addGuest, { lastName: 'Hopper' }],
  ] as const)(
    'is told by %s with what the other subgraph knows of its hotel',
    async (field, entityType, add, fields) => {
      const { id } = (await add(api.database, { hotelId: 'b', ...fields } as never)) as { id: string }
      const [[name, value] = ['', '']] = Object.entries(fields)
      const query = `subscription { ${field}(hotelId: "b") { ${name} hotel { name } } }`
      const told = await firstOf(query, changedTopic('b', entityType), { entityType, ids: [id] })
      expect(told).toEqual({ data: { [field]: { [name]: value, hotel: { name: 'Hotel b' } } } })
    },
  )

  test('is told of the days whose prices changed', async () => {
    const run = await running('b')
    await api.database.query(
      `INSERT INTO pms_calendar_change (hotel_id, position, provider, entity_type, rate_plan_external_id,
         room_type_external_id, currency, from_day, to_day, before, after, seen_at, sync_log_id)
       VALUES ('b', $2, 'mock', 'RATE', 'BAR', 'STDO', 'EUR', '2026-12-24', '2026-12-25', $3, $4, now(), $1)
       ON CONFLICT DO NOTHING`,
      [run.id, 1, { amounts: [[9_000, 9_000]] }, { amounts: [[12_000, 12_500]] }],
    )
    const query = 'subscription { ariChanged(hotelId: "b") { from to ratePlanExternalId after { amounts } } }'
    const told = await firstOf(query, hotelChangedTopic('b'), { entityType: 'RATE', ids: ['1'] })
    const after = { amounts: [[12_000, 12_500]] }
    const range = { from: '2026-12-24', to: '2026-12-25', ratePlanExternalId: 'BAR', after }
    expect(told).toEqual({ data: { ariChanged: range } })
  })

  /** What the gateway sends of a change of hotel b that is published once it listens. */
  async function firstOf(query: string, listensTo: string, change: { entityType: EntityType; ids: string[] }) {
    const events = (await connect()).iterate({ query })
    const next = events.next()
    await eventually(() => expect(api.listening).toContain(listensTo))
    await api.pubsub.publish(changedTopic('b', change.entityType), { hotelId: 'b', provider: 'mock', ...change })
    const { value } = await next
    await events.return?.()
    return value
  }

  test('that leaves is watching nothing any more', async () => {
    await running('c')
    const client = await connect()
    const events = client.iterate({ query: PROGRESS, variables: { id: 'c' } })
    await events.next()
    expect(api.listening).toContain(hotelProgressTopic('c'))
    client.dispose()
    await eventually(() => expect(api.listening).not.toContain(hotelProgressTopic('c')))
  })

  test('is told nothing of a hotel that is not theirs', async () => {
    await running('d')
    const events = (await connect(['a'])).iterate({ query: PROGRESS, variables: { id: 'd' } })
    expect(await outcomeOf(events)).toContain('There is no such hotel.')
    expect(api.listening).not.toContain(hotelProgressTopic('d'))
  })
})

/** Gateways differ in whether a subscription that was refused answers with errors or fails. */
const outcomeOf = (events: AsyncIterator<unknown>) => events.next().then(JSON.stringify, JSON.stringify)
