import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'
import { addAccount } from '../kit/rows.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const KEY = 'a key that nobody may see'
const inputOf = (hotelId: string) => ({
  ...{ hotelId, provider: 'mock', channel: 'channex', propertyId: 'property', currency: 'EUR' },
  credentials: { apiKey: KEY },
  rooms: [{ roomTypeExternalId: 'DBL', channelId: 'room' }],
  plans: [{ roomTypeExternalId: 'DBL', ratePlanExternalId: 'BAR', channelId: 'plan' }],
})

test('a hotel is connected to a channel, sees how it stands, and is disconnected; its key is never told', async () => {
  const hotelId = await addAccount(api.database, {})
  const connected = await api.query(Connect, { input: inputOf(hotelId) })
  expect(connected.data.connectChannel).toMatchObject({ errors: [] })
  const shown = await api.query(Channels, { hotelId })
  expect(shown.data.channels).toEqual([
    {
      ...{ channel: 'channex', provider: 'mock', propertyId: 'property', currency: 'EUR', enabled: true },
      ...{ whenStale: 'CLOSE', staleAfterMinutes: 180, state: 'OPENING', reason: null, pending: 0 },
      ...{ sentAt: null, confirmedAt: null, nextAttemptAt: null, refused: [] },
    },
  ])
  const [row] = await api.database.query<{ credentials: string }>(
    'SELECT credentials FROM pms_channel WHERE hotel_id = $1',
    [hotelId],
  )
  expect(JSON.stringify([connected, shown, row])).not.toContain(KEY)
  const again = { ...inputOf(hotelId), credentials: null, whenStale: 'HOLD' as const, enabled: false }
  await api.query(Connect, { input: again })
  expect((await api.query(Channels, { hotelId })).data.channels).toMatchObject([{ whenStale: 'HOLD', enabled: false }])
  const key = { hotelId, channel: 'channex' }
  expect((await api.query(Disconnect, { input: key })).data.disconnectChannel.disconnected).toBe(true)
  expect((await api.query(Channels, { hotelId })).data.channels).toEqual([])
  const gone = await api.query(Disconnect, { input: key })
  expect(gone.data.disconnectChannel.errors).toMatchObject([{ code: 'NOT_FOUND', field: 'channel' }])
})

test.each([
  ['channel', { channel: 'nowhere' }],
  ['provider', { provider: 'protel' }],
  ['propertyId', { propertyId: ' ' }],
  ['currency', { currency: 'euro' }],
  ['rooms', { rooms: [] }],
  ['rooms.1.channelId', { rooms: [1, 2].map((n) => ({ roomTypeExternalId: `${n}`, channelId: 'same' })) }],
  ['plans.0.channelId', { plans: [{ roomTypeExternalId: 'DBL', ratePlanExternalId: 'BAR', channelId: '' }] }],
  ['credentials', { credentials: null }],
  ['credentials.apiKey', { credentials: { apiKey: '' } }],
  ['settings.baseUrl', { settings: { baseUrl: 'nowhere' } }],
  ['staleAfterMinutes', { staleAfterMinutes: 0 }],
  ['staleAfterMinutes', { staleAfterMinutes: 100_000 }],
])('what cannot be is refused by the name of its field: %s', async (field, odd) => {
  const hotelId = await addAccount(api.database, {})
  const { data } = await api.query(Connect, { input: { ...inputOf(hotelId), ...odd } })
  expect(data.connectChannel.errors).toMatchObject([{ code: 'BAD_USER_INPUT', field }])
  expect((await api.query(Channels, { hotelId })).data.channels).toEqual([])
})

test('a channel is paused with a reason and resumed, once each; what is not connected cannot be', async () => {
  const hotelId = await addAccount(api.database, {})
  await api.query(Connect, { input: inputOf(hotelId) })
  const input = { hotelId, channel: 'channex' }
  const { data } = await api.query(Pause, { input: { ...input, reason: ' Rooms 1–20 are painted ' } })
  const paused = { name: 'Channex', enabled: false, pausedBy: 'tester', pausedReason: 'Rooms 1–20 are painted' }
  expect(data.pauseChannel).toEqual({ channel: { ...paused, pausedAt: expect.any(String) }, errors: [] })
  const again = await api.query(Pause, { input: { ...input, reason: 'another' } })
  expect(again.data.pauseChannel.channel, 'the first pause counts').toEqual(data.pauseChannel.channel)
  const running = { name: 'Channex', enabled: true, pausedAt: null, pausedBy: null, pausedReason: null }
  for (let time = 0; time < 2; time++)
    expect((await api.query(Resume, { input })).data.resumeChannel).toEqual({ channel: running, errors: [] })
  const deeds = await api.database.query<{ action: string }>(
    `SELECT action FROM pms_audit_entry WHERE hotel_id = $1 AND action LIKE 'channel.%' ORDER BY id`,
    [hotelId],
  )
  expect(deeds.map(({ action }) => action)).toEqual(['channel.connected', 'channel.paused', 'channel.resumed'])
  const long = await api.query(Pause, { input: { ...input, reason: 'x'.repeat(501) } })
  expect(long.data.pauseChannel.errors).toMatchObject([{ code: 'BAD_USER_INPUT', field: 'reason' }])
  const nowhere = { ...input, channel: 'nowhere' }
  expect((await api.query(Pause, { input: nowhere })).data.pauseChannel.errors).toMatchObject([{ code: 'NOT_FOUND' }])
  expect((await api.query(Resume, { input: nowhere })).data.resumeChannel.errors).toMatchObject([{ field: 'channel' }])
  const other = await api.query(Pause, { input }, await api.token({ hotelIds: ['another'] }))
  expect(JSON.stringify(other)).not.toContain('painted')
  expect((await api.query(Channels, { hotelId })).data.channels).toMatchObject([{ enabled: true }])
})

test('a key is sent nowhere else than where it was entered for', async () => {
  const hotelId = await addAccount(api.database, {})
  await api.query(Connect, { input: inputOf(hotelId) })
  const elsewhere = { ...inputOf(hotelId), credentials: null, settings: { baseUrl: 'https://example.com' } }
  const { data } = await api.query(Connect, { input: elsewhere })
  expect(data.connectChannel.errors).toMatchObject([{ code: 'BAD_USER_INPUT', field: 'credentials' }])
})

const Connect = graphql(`
  mutation ConnectChannel($input: PmsChannelInput!) {
    connectChannel(input: $input) {
      errors {
        code
        field
      }
    }
  }
`)

const Pause = graphql(`
  mutation PauseChannel($input: PmsChannelPauseInput!) {
    pauseChannel(input: $input) {
      channel {
        name
        enabled
        pausedAt
        pausedBy
        pausedReason
      }
      errors {
        code
        field
      }
    }
  }
`)

const Resume = graphql(`
  mutation ResumeChannel($input: PmsChannelKey!) {
    resumeChannel(input: $input) {
      channel {
        name
        enabled
        pausedAt
        pausedBy
        pausedReason
      }
      errors {
        code
        field
      }
    }
  }
`)

const Disconnect = graphql(`
  mutation DisconnectChannel($input: PmsChannelKey!) {
    disconnectChannel(input: $input) {
      disconnected
      errors {
        code
        field
      }
    }
  }
`)

const Channels = graphql(`
  query ChannelsOfHotel($hotelId: ID!) {
    channels(hotelId: $hotelId) {
      channel
      provider
      propertyId
      currency
      enabled
      whenStale
      staleAfterMinutes
      state
      reason
      pending
      sentAt
      confirmedAt
      nextAttemptAt
      refused {
        kind
      }
    }
  }
`)
