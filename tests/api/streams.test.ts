import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTableGauges } from '../../src/insights/gauges.ts'
import { mews } from '../../src/providers/mews/index.ts'
import { opera } from '../../src/providers/opera/index.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { addHotel } from '../kit/rows.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
  for (const adapter of [opera, mews]) api.adapters.set(adapter.key, adapter)
})
afterAll(() => api[Symbol.asyncDispose]())

interface Account {
  provider?: string
  /** null: the hotel has not switched its stream on. */
  key?: string | null
  enabled?: boolean
}

async function addAccount({ provider = 'opera', key = null, enabled = true }: Account = {}): Promise<string> {
  const hotelId = await addHotel(api.database)
  await api.database.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, enabled, credentials, stream_key)
     VALUES ($1, $2, $3, $4, '', $5)`,
    [randomUUID(), hotelId, provider, enabled, key],
  )
  return hotelId
}

/** A connection as a worker leaves it. @param columns SQL by column */
async function addStream(columns: Record<string, string>, provider = 'opera'): Promise<string> {
  const key = `${provider}:${randomUUID()}`
  await api.database.query(
    `INSERT INTO pms_stream (key, provider, ${Object.keys(columns).join()})
     VALUES ($1, $2, ${Object.values(columns).join()})`,
    [key, provider],
  )
  return key
}

const HELD = { lease_expires_at: `now() + interval '1 h'`, live_at: 'now()' }
const AN_HOUR_AGO = `now() - interval '1 h'`
const streamOf = async (hotelId: string, token?: string) => {
  const { data } = await api.query(Stream, { hotelId }, token)
  return data.configurations.nodes[0]?.stream
}

test('a stream that a worker holds is shown as the worker says, with where it was read to and how late', async () => {
  const key = await addStream({
    ...HELD,
    ...{ state: `'LIVE'`, stream_offset: `'17002'`, lag_ms: '420', connections: '3', last_close_code: '4401' },
    ...{ last_message_at: `'2026-11-30T12:00:00Z'`, since: `'2026-11-30T11:00:00Z'` },
  })
  expect(await streamOf(await addAccount({ key }))).toEqual({
    ...{ state: 'LIVE', offset: '17002', lagMs: 420, reconnects: 2, lastCloseCode: 4401, reason: null },
    ...{ lastMessageAt: '2026-11-30T12:00:00.000Z', since: '2026-11-30T11:00:00.000Z', nextAttemptAt: null },
  })
})

test('a stream whose worker has died is not live, whatever the worker said last', async () => {
  const key = await addStream({ state: `'LIVE'`, lease_expires_at: AN_HOUR_AGO })
  const stream = await streamOf(await addAccount({ key }))
  expect(stream).toMatchObject({ state: 'WAITING', reason: null, nextAttemptAt: expect.any(String) })
  expect(Date.now() - Date.parse(stream?.since ?? '')).toBeGreaterThanOrEqual(3_600_000)
})

test('a stream that somebody else reads says so, and when it is tried again', async () => {
  const ready = `'2099-01-01T00:00:00Z'`
  const key = await addStream({ state: `'LOCKED_OUT'`, reason: `'Somebody else'`, ready_at: ready })
  expect(await streamOf(await addAccount({ key }))).toMatchObject({
    ...{ state: 'LOCKED_OUT', reason: 'Somebody else', nextAttemptAt: '2099-01-01T00:00:00.000Z' },
  })
})

test('a stream is off where it was not switched on or is paused, and none where the PMS has none', async () => {
  const key = await addStream({ ...HELD, state: `'LIVE'` })
  const off = { state: 'OFF', offset: null, reason: null, since: null, nextAttemptAt: null, reconnects: 0 }
  expect(await streamOf(await addAccount())).toMatchObject(off)
  expect(await streamOf(await addAccount({ key, enabled: false }))).toMatchObject(off)
  expect(await streamOf(await addAccount({ key: `opera:${randomUUID()}` }))).toMatchObject({ state: 'WAITING' })
  expect(await streamOf(await addAccount({ provider: 'mock' }))).toBeNull()
})

test('streams of many configurations are read in one statement, and only those of the viewer’s hotels', async () => {
  const key = await addStream({ ...HELD, state: `'LIVE'` })
  const [mine, other, foreign] = [await addAccount({ key }), await addAccount({ key }), await addAccount({ key })]
  const token = await api.token({ hotelIds: [mine, other] })
  const { data } = await api.query(Streams, {}, token)
  expect(data.configurations.nodes).toEqual([{ stream: { state: 'LIVE' } }, { stream: { state: 'LIVE' } }])
  const ofBoth = ({ text, params: [ids] }: (typeof api.sent)[number]) =>
    text.includes('pms_stream') && Array.isArray(ids) && ids.length === 2
  expect(api.sent.filter(ofBoth)).toHaveLength(1)
  const refused = await api.query(Stream, { hotelId: foreign }, token)
  expect(refused.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
})

test('hotels whose stream has been down for a minute are found in the fleet; paused ones need nobody', async () => {
  const down = await addStream({ state: `'LOCKED_OUT'`, live_at: AN_HOUR_AGO })
  const hotelIds = [await addAccount({ key: down }), await addAccount({ key: down, enabled: false })]
  hotelIds.push(await addAccount({ key: await addStream({ ...HELD, state: `'LIVE'` }) }), await addAccount())
  const token = await api.token({ hotelIds })
  const found = async (hasStreamDown: boolean) => {
    const { data } = await api.query(Fleet, { filter: { hasStreamDown } }, token)
    return data.fleet.nodes.map(({ hotelId }) => hotelId)
  }
  expect(await found(true)).toEqual([hotelIds[0]])
  expect((await found(false)).toSorted()).toEqual(hotelIds.slice(1).toSorted())
})

test('metrics count each connection once, however many hotels share it, and none that nobody wants', async () => {
  const key = await addStream({ ...HELD, state: `'CATCHING_UP'`, lag_ms: '90000', connections: '4' }, 'mews')
  for (const _ of [1, 2]) await addAccount({ provider: 'mews', key })
  const dead = await addStream({ state: `'LIVE'`, live_at: AN_HOUR_AGO, last_message_at: AN_HOUR_AGO }, 'mews')
  await addAccount({ provider: 'mews', key: dead })
  await addStream({ state: `'OFF'`, live_at: AN_HOUR_AGO, connections: '9' }, 'mews')
  const ofMews = (await readTableGauges(api.database)).flatMap(({ name, measures }) =>
    measures
      .filter(({ labels }) => labels.provider === 'mews' && name.startsWith('pms_stream'))
      .map(({ value, labels: { state = '' } }) => [`${name} ${state}`.trim(), Math.floor(value)]),
  )
  expect(Object.fromEntries(ofMews)).toEqual({
    ...{ 'pms_streams CATCHING_UP': 1, 'pms_streams WAITING': 1, pms_streams_down: 1, pms_stream_lag_seconds: 90 },
    ...{ pms_stream_last_message_age_seconds: 3_600, pms_stream_reconnects: 3 },
  })
})

test('a provider says what a hotel has to order for its stream', async () => {
  const { data } = await api.query(Setup, {})
  const setups = Object.fromEntries(data.providers.map(({ key, streamSetup }) => [key, streamSetup]))
  expect(setups).toEqual({ mock: null, opera: opera.stream?.setup, mews: mews.stream?.setup })
  expect(setups.opera).toMatch(/enable OHIP streaming/)
})

const Stream = graphql(`
  query StreamOfHotel($hotelId: ID!) {
    configurations(hotelId: $hotelId, first: 1) {
      nodes {
        stream {
          state
          offset
          lastMessageAt
          lagMs
          reconnects
          lastCloseCode
          reason
          since
          nextAttemptAt
        }
      }
    }
  }
`)

const Streams = graphql(`
  query StreamsOfViewer {
    configurations(first: 50) {
      nodes {
        stream {
          state
        }
      }
    }
  }
`)

const Fleet = graphql(`
  query FleetByStream($filter: PmsFleetFilter!) {
    fleet(first: 20, filter: $filter) {
      nodes {
        hotelId
      }
    }
  }
`)

const Setup = graphql(`
  query StreamSetups {
    providers {
      key
      streamSetup
    }
  }
`)
