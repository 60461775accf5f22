import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { print } from 'graphql'
import type { Client, ExecutionResult } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mock } from '../../src/providers/mock/index.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import { ofEach } from '../../src/providers/testing/harness.ts'
import { recordTypes } from '../../src/records/entity-type.ts'
import { changedTopic, hotelProgressTopic, progressTopic } from '../../src/sync/events/progress.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { eventually } from '../kit/eventually.ts'
import { addGuest, addHotel, addSyncLog } from '../kit/rows.ts'
import { aBooking, bookings, scriptedVendor } from '../kit/scripted-provider.ts'
import { insertHotel } from '../kit/test-hotel.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

function watch<Data, Variables>(client: Client, document: TypedDocumentNode<Data, Variables>, variables: Variables) {
  const payload = { query: print(document), variables: variables as Record<string, unknown> }
  return client.iterate(payload) as AsyncIterableIterator<ExecutionResult<Data>>
}

function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The subscription ended too early')
  return value
}

async function collect<T>(events: AsyncIterable<ExecutionResult<T>>): Promise<T[]> {
  const found: T[] = []
  for await (const { data } of events) if (data) found.push(data)
  return found
}

/** A hotel whose vendor serves a page each time that `serve` is called. */
async function hotelWithVendor(count: number) {
  const vendor = scriptedVendor(`steps-${crypto.randomUUID()}`)
  const { key } = vendor.adapter
  api.adapters.set(key, vendor.adapter)
  vendor.items.bookings.push(...bookings(count))
  const gates: (() => void)[] = []
  const calls: (() => void)[] = []
  vendor.beforePage = () =>
    new Promise((open) => {
      const call = calls.shift()
      if (call) open(call())
      else gates.push(open)
    })
  const serve = () => {
    const gate = gates.shift()
    if (gate) gate()
    else calls.push(() => {})
  }
  const hotelId = await addHotel(api.database)
  await api.query(ConnectVendor, { input: { hotelId, provider: key, credentials: { apiKey: 'k' } } })
  const start = () => api.engine.request({ hotelId, provider: key, entityType: 'BOOKING', trigger: 'MANUAL' })
  return { hotelId, vendor, serve, start }
}

describe('syncProgress', () => {
  test('tells where a run stands at once, then every page, and ends with the run', async () => {
    const { hotelId, serve, start } = await hotelWithVendor(25)
    const { id } = await start()
    const client = api.connect(await api.token())
    const events = watch(client, Progress, { hotelId, syncLogId: id })
    const first = await events.next()
    expect(first.value?.data?.syncProgress).toMatchObject({ syncLogId: id, processed: 0 })
    const rest: { processed: number; sequence: number; status: string }[] = []
    for (const processed of [10, 20]) {
      serve()
      while (rest.at(-1)?.processed !== processed) rest.push(present((await events.next()).value?.data?.syncProgress))
    }
    serve()
    rest.push(...(await collect(events)).map(({ syncProgress }) => syncProgress))
    const last = rest.at(-1)
    expect(last).toMatchObject({
      status: 'COMPLETED',
      phase: 'ENDED',
      processed: 25,
      created: 25,
      failed: 0,
      total: 25,
    })
    expect(last).toHaveProperty('message', expect.stringContaining('25'))
    const sequences = rest.map(({ sequence }) => sequence)
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b))
    await client.dispose()
  })

  test('tells a late subscriber how a run ended, and ends', async () => {
    const hotelId = await addHotel(api.database)
    const { id } = await addSyncLog(api.database, {
      hotelId,
      status: 'FAILED',
      errorSummary: 'Refused',
      itemsProcessed: 3,
      itemsCreated: 3,
    })
    const client = api.connect(await api.token())
    const events = await collect(watch(client, Progress, { hotelId, syncLogId: id }))
    expect(events).toMatchObject([
      { syncProgress: { status: 'FAILED', phase: 'ENDED', processed: 3, message: 'Refused' } },
    ])
    await client.dispose()
  })

  test('of a whole hotel follows every run, those of other hotels never', async () => {
    const [mine, other] = [await hotelWithVendor(5), await hotelWithVendor(5)]
    const client = api.connect(await api.token())
    const events = watch(client, Progress, { hotelId: mine.hotelId, syncLogId: null })
    const seen = (async () => {
      const ended: string[] = []
      for await (const { data } of events) {
        expect(data?.syncProgress.hotelId).toBe(mine.hotelId)
        if (data?.syncProgress.phase === 'ENDED') ended.push(data.syncProgress.syncLogId)
        if (ended.length === 2) return ended
      }
      return ended
    })()
    await eventually(() => expect(api.listening).toContain(hotelProgressTopic(mine.hotelId)))
    other.serve()
    await other.start()
    const ids: string[] = []
    for (let run = 0; run < 2; run++) {
      mine.serve()
      const { id } = await mine.start()
      ids.push(id)
      await api.engine.waitForEnd(id)
    }
    expect(await seen).toEqual(ids)
    await client.dispose()
  })

  test.each(['nonsense', '00000000-0000-7000-8000-000000000000'])(
    'of a run that is not there (%s) is an error',
    async (syncLogId) => {
      const client = api.connect(await api.token())
      const [result] = await all(watch(client, Progress, { hotelId: await addHotel(api.database), syncLogId }))
      expect(result?.errors?.[0]?.extensions).toMatchObject({
        code: 'NOT_FOUND',
        field: 'syncLogId',
        requestId: expect.any(String),
      })
      await client.dispose()
    },
  )

  test('of another hotel’s run is an error, also through a hotel of one’s own', async () => {
    const { id } = await addSyncLog(api.database, { hotelId: await addHotel(api.database) })
    const own = await addHotel(api.database)
    const client = api.connect(await api.token({ hotelIds: [own] }))
    const [result] = await all(watch(client, Progress, { hotelId: own, syncLogId: id }))
    expect(result?.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' })
    await client.dispose()
  })
})

describe('a subscription that is not wanted any more ends at once, while nothing happens:', () => {
  test('completed by the client', async () => {
    const hotelId = await addHotel(api.database)
    const client = api.connect(await api.token())
    const events = watch(client, Progress, { hotelId })
    const pending = events.next()
    await eventually(() => expect(api.listening).toContain(hotelProgressTopic(hotelId)))
    await events.return?.()
    expect(await pending).toMatchObject({ done: true })
    await eventually(() => expect(api.listening).not.toContain(hotelProgressTopic(hotelId)))
    await client.dispose()
  })

  test('by a connection that breaks', async () => {
    const hotelId = await addHotel(api.database)
    const client = api.connect(await api.token())
    const events = watch(client, Changes, { hotelId })
    events.next().catch(() => {})
    await eventually(() => expect(api.listening).toContain(changedTopic(hotelId, 'BOOKING')))
    client.terminate()
    await eventually(() => expect(api.listening).not.toContain(changedTopic(hotelId, 'BOOKING')))
  })

  test('refused ones leave nothing behind', async () => {
    const client = api.connect(await api.token())
    const hotelId = await addHotel(api.database)
    const syncLogId = '00000000-0000-7000-8000-000000000000'
    await all(watch(client, Progress, { hotelId, syncLogId }))
    expect(api.listening).not.toContain(progressTopic({ hotelId, id: syncLogId }))
    await client.dispose()
  })
})

async function all<T>(events: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const event of events) found.push(event)
  return found
}

test('bookingChanged tells each booking as it is, guest and all, and nothing that did not change', async () => {
  const { hotelId, vendor, serve, start } = await hotelWithVendor(2)
  const sync = async () => {
    serve()
    await api.engine.waitForEnd((await start()).id)
  }
  const client = api.connect(await api.token())
  const events = watch(client, Changes, { hotelId })
  let next = events.next()
  const told = async () => {
    const { value } = await next
    next = events.next()
    return value?.data?.bookingChanged
  }
  await eventually(() => expect(api.listening).toContain(changedTopic(hotelId, 'BOOKING')))
  await sync()
  expect([(await told())?.externalId, (await told())?.externalId]).toEqual(['b-00000', 'b-00001'])
  const change = async (guestName: string) => {
    const externalUpdatedAt = new Date().toISOString()
    vendor.items.bookings[1] = aBooking('b-00001', { guestName, guestExternalId: 'g1', externalUpdatedAt })
    await sync()
    return told()
  }
  expect(await change('Grace')).toEqual({ externalId: 'b-00001', guestName: 'Grace', guest: null })
  await addGuest(api.database, { hotelId, provider: vendor.adapter.key, externalId: 'g1', lastName: 'Hopper' })
  expect(await change('Grace H.')).toEqual({
    externalId: 'b-00001',
    guestName: 'Grace H.',
    guest: { lastName: 'Hopper' },
  })
  await client.dispose()
})

const ConnectVendor = graphql(`
  mutation ConnectVendor($input: PmsConfigurationInput!) {
    upsertConfiguration(input: $input) {
      errors {
        code
      }
    }
  }
`)
const Progress = graphql(`
  subscription Progress($hotelId: ID!, $syncLogId: ID) {
    syncProgress(hotelId: $hotelId, syncLogId: $syncLogId) {
      syncLogId
      hotelId
      status
      phase
      sequence
      processed
      created
      failed
      total
      rate
      eta
      etaMs
      message
      at
    }
  }
`)
const Changes = graphql(`
  subscription Changes($hotelId: ID!) {
    bookingChanged(hotelId: $hotelId) {
      externalId
      guestName
      guest {
        lastName
      }
    }
  }
`)

const CHANGED = {
  ROOM: 'roomChanged',
  GUEST: 'guestChanged',
  ROOM_TYPE: 'roomTypeChanged',
  RATE_PLAN: 'ratePlanChanged',
  HOUSEKEEPING: 'housekeepingChanged',
  ROOM_BLOCK: 'roomBlockChanged',
  MAINTENANCE_REQUEST: 'maintenanceRequestChanged',
} as const

test.each(Object.entries(CHANGED) as [keyof typeof CHANGED, string][])(
  'changes of the type %s come by %s, those of other hotels and types never',
  async (type, field) => {
    await using vendor = await mock.simulate(ofEach(1))
    const [mine, other] = [await addMockHotel(vendor), await addMockHotel(vendor)]
    const client = api.connect(await api.token({ hotelIds: [mine], permissions: ['ADMIN_VIEW'] }))
    const query = `subscription ($hotelId: ID!) { ${field}(hotelId: $hotelId) { hotelId externalId } }`
    const events = client.iterate({ query, variables: { hotelId: mine } })
    const next = events.next()
    await eventually(() => expect(api.listening).toContain(changedTopic(mine, type)))
    for (const hotelId of [other, mine]) {
      for (const entityType of ['BOOKING', type] as const) {
        const { id } = await api.engine.request({ hotelId, provider: 'mock', entityType, trigger: 'MANUAL' })
        await api.engine.waitForEnd(id)
      }
    }
    const [externalId] = vendor.data.facts(recordTypes[type].kind).map((facts) => facts.externalId)
    expect((await next).value).toEqual({ data: { [field]: { hotelId: mine, externalId } } })
    const strange = client.iterate({ query, variables: { hotelId: other } })
    expect((await strange.next()).value).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
    await client.dispose()
  },
)

async function addMockHotel(vendor: Simulator): Promise<string> {
  const hotelId = `hotel-${crypto.randomUUID()}`
  await insertHotel(api.database, hotelId, 'mock', vendor)
  return hotelId
}
