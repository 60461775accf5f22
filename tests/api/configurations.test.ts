import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloudbeds } from '../../src/providers/cloudbeds/index.ts'
import { mock } from '../../src/providers/mock/index.ts'
import type { Simulator, SimulatorFaults } from '../../src/providers/simulator.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { addHotel } from '../kit/rows.ts'
import { testVault } from '../kit/services.ts'
import type { PmsConfigurationInput } from './gql/graphql.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
let simulator: Simulator
beforeAll(async () => {
  api = await startApi()
  api.adapters.set(cloudbeds.key, cloudbeds)
  simulator = await mock.simulate({ bookings: 1, rooms: 1, guests: 1 })
})
afterAll(async () => {
  await simulator[Symbol.asyncDispose]()
  await api[Symbol.asyncDispose]()
})

async function upsert({ hotelId, ...input }: Partial<PmsConfigurationInput>) {
  const { data, errors } = await api.query(Upsert, { input: { hotelId: String(hotelId), provider: 'mock', ...input } })
  expect(errors).toBeUndefined()
  return data.upsertConfiguration
}
const connected = async (more: Partial<PmsConfigurationInput> = {}) => {
  const hotelId = await addHotel(api.database)
  const { credentials, settings } = simulator
  return { hotelId, ...(await upsert({ hotelId, credentials, settings, ...more })) }
}
async function stored(hotelId: string) {
  const [row] = await api.database.query<{ credentials: string; nextSyncAt: Date | null }>(
    'SELECT credentials, next_sync_at AS "nextSyncAt" FROM pms_configuration WHERE hotel_id = $1',
    [hotelId],
  )
  return row
}

test('credentials are sealed, bound to their hotel and provider, and never shown', async () => {
  const { hotelId, configuration, errors } = await connected()
  expect(errors).toEqual([])
  expect(configuration).toMatchObject({ hotelId, provider: 'mock', enabled: true, settings: simulator.settings })
  const { credentials = '' } = (await stored(hotelId)) ?? {}
  for (const secret of Object.values(simulator.credentials)) expect(credentials).not.toContain(secret)
  expect(JSON.parse(testVault.open(credentials, { hotelId, provider: 'mock', field: 'credentials' }))).toEqual(
    simulator.credentials,
  )
  expect(() => testVault.open(credentials, { hotelId: 'other', provider: 'mock', field: 'credentials' })).toThrow()
})

test('an update leaves alone what it does not name, and clears what it names null', async () => {
  const { hotelId } = await connected({ externalHotelId: ' P-1 ', syncSchedule: '*/15 * * * *' })
  const before = await stored(hotelId)
  const { configuration } = await upsert({ hotelId, externalHotelId: null })
  expect(configuration).toMatchObject({
    externalHotelId: null,
    syncSchedule: '*/15 * * * *',
    settings: simulator.settings,
  })
  expect((await stored(hotelId))?.credentials).toEqual(before?.credentials)
  const cleared = await upsert({ hotelId, syncSchedule: null })
  expect(cleared.configuration).toMatchObject({ syncSchedule: null, nextSyncAt: null })
})

test('one credential changes without the others, null takes one away, and only their names are told', async () => {
  const provider = 'cloudbeds'
  const hotelId = await addHotel(api.database)
  const change = async (changedCredentials: object) =>
    upsert({ hotelId, provider, changedCredentials: changedCredentials as Record<string, unknown> })
  const opened = async () =>
    JSON.parse(testVault.open((await stored(hotelId))?.credentials ?? '', { hotelId, provider, field: 'credentials' }))
  const first = await change({ clientId: 'id', clientSecret: 'canary-1', refreshToken: 'canary-2' })
  expect(first.configuration?.credentialFields).toEqual(['clientId', 'clientSecret', 'refreshToken'])
  const second = await change({ clientSecret: 'canary-3' })
  expect(await opened()).toEqual({ clientId: 'id', clientSecret: 'canary-3', refreshToken: 'canary-2' })
  expect(JSON.stringify([first, second])).not.toContain('canary')
  const incomplete = await change({ refreshToken: null })
  expect(incomplete.errors).toMatchObject([{ code: 'BAD_USER_INPUT', field: 'credentials.apiKey' }])
  await change({ apiKey: 'key', clientId: null, clientSecret: null, refreshToken: null })
  expect(await opened()).toEqual({ apiKey: 'key' })
  const both = await upsert({ hotelId, provider, credentials: {}, changedCredentials: {} })
  expect(both.errors).toMatchObject([{ code: 'BAD_USER_INPUT', field: 'changedCredentials' }])
})

test('stored secrets go to no other host, stored or tried; entered again they do', async () => {
  await using other = await mock.simulate({ bookings: 1, rooms: 1, guests: 1 })
  const { hotelId } = await connected()
  const before = await stored(hotelId)
  const token = await api.token({ subject: 'mover' }) // tests are limited
  const ask = async (input: Partial<PmsConfigurationInput>) => {
    const { data } = await api.query(TryOut, { input: { hotelId, provider: 'mock', ...input } }, token)
    return [await upsert({ hotelId, ...input }), data.testConfiguration]
  }
  const moved = { settings: other.settings }
  for (const input of [moved, { ...moved, changedCredentials: {} }]) {
    const refusal = { code: 'BAD_USER_INPUT', field: 'settings.baseUrl' }
    expect(await ask(input)).toMatchObject([{ errors: [refusal] }, { ok: null, errors: [refusal] }])
  }
  expect(other.requestCount).toBe(0)
  expect(await stored(hotelId)).toEqual(before)

  const sameHost = { settings: { ...simulator.settings, baseUrl: `${simulator.settings.baseUrl}/`, pageSize: 7 } }
  const entered = { ...moved, changedCredentials: other.credentials }
  for (const input of [sameHost, entered]) {
    expect(await ask(input)).toMatchObject([{ errors: [] }, { ok: true, errors: [] }])
  }
})

test('credentials that no key opens are told as none, and can be entered again', async () => {
  const { hotelId } = await connected()
  await api.database.query(`UPDATE pms_configuration SET credentials = 'v0' WHERE hotel_id = $1`, [hotelId])
  expect((await upsert({ hotelId, externalHotelId: 'P-2' })).configuration?.credentialFields).toBeNull()
  const again = await upsert({ hotelId, credentials: simulator.credentials })
  expect(again.configuration?.credentialFields).toEqual(['apiKey'])
})

test('a schedule is due next by the hotel’s clock, and rests while the configuration is off', async () => {
  const { hotelId, configuration } = await connected({ syncSchedule: '30 3 * * *' })
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Lisbon', hour: '2-digit', minute: '2-digit' })
  expect(hour.format(new Date(configuration?.nextSyncAt ?? 0))).toBe('03:30')
  expect((await upsert({ hotelId, enabled: false })).configuration).toMatchObject({ enabled: false, nextSyncAt: null })
  expect((await upsert({ hotelId, enabled: true })).configuration?.nextSyncAt).toBe(configuration?.nextSyncAt)
})

test('a new connection is due at once where that is asked for, one that exists or is off is not', async () => {
  const { hotelId, configuration } = await connected({ firstSync: true })
  expect(new Date(configuration?.nextSyncAt ?? '2999-01-01').getTime()).toBeLessThanOrEqual(Date.now() + 60_000)
  const scheduled = await connected({ firstSync: true, syncSchedule: '0 0 1 1 *' })
  expect(new Date(scheduled.configuration?.nextSyncAt ?? '2999-01-01').getTime()).toBeLessThanOrEqual(
    Date.now() + 60_000,
  )
  expect((await connected({ firstSync: true, enabled: false })).configuration?.nextSyncAt).toBeNull()
  expect((await connected()).configuration?.nextSyncAt).toBeNull()
  await api.database.query('UPDATE pms_configuration SET next_sync_at = NULL WHERE hotel_id = $1', [hotelId])
  expect((await upsert({ hotelId, firstSync: true })).configuration?.nextSyncAt).toBeNull()
})

test('two people who connect a hotel at once end with one configuration', async () => {
  const hotelId = await addHotel(api.database)
  const { credentials, settings } = simulator
  const answers = await Promise.all(Array.from({ length: 8 }, () => upsert({ hotelId, credentials, settings })))
  expect(new Set(answers.map(({ configuration }) => configuration?.id)).size).toBe(1)
})

describe('bad input is told by its field and stores nothing:', () => {
  test.each<[string, Partial<PmsConfigurationInput>, object]>([
    ['an unknown provider', { provider: 'nobody' }, { code: 'UNKNOWN_PROVIDER', field: 'provider' }],
    ['an unknown hotel', { hotelId: 'nowhere' }, { code: 'NOT_FOUND', field: 'hotelId' }],
    [
      'no credentials the first time',
      { credentials: null },
      { code: 'BAD_USER_INPUT', field: expect.stringMatching(/^credentials\./) },
    ],
    [
      'credentials of the wrong kind',
      { credentials: { apiKey: 7 } },
      { code: 'BAD_USER_INPUT', field: 'credentials.apiKey' },
    ],
    [
      'a cron expression that is none',
      { syncSchedule: 'now and then' },
      { code: 'BAD_USER_INPUT', field: 'syncSchedule' },
    ],
  ])('%s', async (_, change, expected) => {
    const hotelId = await addHotel(api.database)
    const { credentials, settings } = simulator
    const answer = await upsert({ hotelId, credentials, settings, ...change })
    expect(answer).toMatchObject({ configuration: null, errors: [expected] })
    expect(JSON.stringify(answer)).not.toContain(String(Object.values(credentials)[0]))
    expect(await stored(hotelId)).toBeUndefined()
  })
})

test('a configuration is deleted, once; what it brought stays', async () => {
  const { hotelId } = await connected()
  const remove = async () =>
    (await api.query(Delete, { input: { hotelId, provider: 'mock' } })).data.deleteConfiguration
  expect(await remove()).toEqual({ deleted: true, errors: [] })
  expect(await remove()).toMatchObject({ deleted: null, errors: [{ code: 'NOT_FOUND', field: 'provider' }] })
})

test('without a hotel, all configurations of the viewer’s hotels are listed', async () => {
  const [mine, , other] = [await connected(), await connected(), await connected()]
  const token = await api.token({ hotelIds: [mine.hotelId, other.hotelId] })
  const { data } = await api.query(List, { first: 1 }, token)
  expect(data.configurations).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } })
  const all = await api.query(List, {}, token)
  expect(all.data.configurations.nodes.map(({ hotelId }) => hotelId).sort()).toEqual(
    [mine.hotelId, other.hotelId].sort(),
  )
})

describe('a test of a connection', () => {
  const tryOut = async (input: { hotelId: string; credentials?: object }, faults: SimulatorFaults = {}) => {
    await using vendor = await mock.simulate({ bookings: 1, rooms: 1, guests: 1, faults })
    const { credentials, settings } = vendor
    const { data, errors } = await api.query(TryOut, {
      input: { provider: 'mock', credentials, settings, ...input } as never,
    })
    expect(errors).toBeUndefined()
    return data.testConfiguration
  }

  test('succeeds with what is stored, step by step', async () => {
    const { hotelId } = await connected()
    const { data } = await api.query(TryOut, { input: { hotelId, provider: 'mock' } })
    expect(data.testConfiguration).toMatchObject({ ok: true, errors: [], propertyName: expect.any(String) })
    expect(data.testConfiguration.steps?.length).toBeGreaterThan(0)
  })

  test('warns of a PMS that reads days and hours in another time zone', async () => {
    const { hotelId } = await connected()
    const token = await api.token({ hotelIds: [hotelId], subject: hotelId })
    const test = async () =>
      (await api.query(TryOut, { input: { hotelId, provider: 'mock' } }, token)).data.testConfiguration
    const { propertyTimeZone, steps: passed } = await test()
    expect(propertyTimeZone).toBe('Europe/Lisbon')
    expect(passed?.every(({ outcome }) => outcome === 'PASSED')).toBe(true)
    await api.database.query(`UPDATE pms_hotel SET time_zone = 'Asia/Tokyo' WHERE id = $1`, [hotelId])
    const { ok, steps } = await test()
    expect(ok).toBe(true)
    expect(steps?.at(-1)).toMatchObject({ outcome: 'WARNING', detail: expect.stringContaining('Asia/Tokyo') })
  })

  test('succeeds with what is given before anything is stored, and stores nothing', async () => {
    const hotelId = await addHotel(api.database)
    expect(await tryOut({ hotelId })).toMatchObject({ ok: true, errors: [] })
    expect(await stored(hotelId)).toBeUndefined()
  })

  test.each<[string, SimulatorFaults, string]>([
    ['credentials that were revoked', { unauthorized: true }, 'PROVIDER_UNAUTHORIZED'],
    ['a busy PMS', { rateLimited: 1, retryAfter: 'seconds' }, 'PROVIDER_RATE_LIMITED'],
  ])('tells %s', async (_, faults, code) => {
    const answer = await tryOut({ hotelId: await addHotel(api.database) }, faults)
    expect(answer).toMatchObject({ ok: null, errors: [{ code }] })
  })

  test('takes the stored credentials with one changed', async () => {
    const { hotelId } = await connected()
    const test = async (changedCredentials: Record<string, unknown>) =>
      (await api.query(TryOut, { input: { hotelId, provider: 'mock', changedCredentials } })).data.testConfiguration
    expect(await test({})).toMatchObject({ ok: true })
    expect(await test({ apiKey: 'wrong-key-wrong-key' })).toMatchObject({
      ok: null,
      errors: [{ code: 'PROVIDER_UNAUTHORIZED' }],
    })
    expect(await test({})).toMatchObject({ ok: true })
  })

  test('tells a wrong key', async () => {
    const answer = await tryOut({
      hotelId: await addHotel(api.database),
      credentials: { apiKey: 'wrong-key-wrong-key' },
    })
    expect(answer.errors).toMatchObject([{ code: 'PROVIDER_UNAUTHORIZED' }])
  })

  test('tells that nothing is stored to try', async () => {
    const { data } = await api.query(TryOut, { input: { hotelId: await addHotel(api.database), provider: 'mock' } })
    expect(data.testConfiguration.errors).toMatchObject([{ code: 'NOT_FOUND', field: 'provider' }])
  })
})

const Upsert = graphql(`
  mutation Upsert($input: PmsConfigurationInput!) {
    upsertConfiguration(input: $input) {
      configuration {
        id
        hotelId
        provider
        enabled
        settings
        externalHotelId
        credentialFields
        syncSchedule
        nextSyncAt
      }
      errors {
        code
        message
        field
      }
    }
  }
`)
const Delete = graphql(`
  mutation Delete($input: PmsConfigurationKey!) {
    deleteConfiguration(input: $input) {
      deleted
      errors {
        code
        field
      }
    }
  }
`)
const List = graphql(`
  query ConfigurationList($first: Int = 50) {
    configurations(first: $first) {
      totalCount
      nodes {
        hotelId
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`)
const TryOut = graphql(`
  mutation TryOut($input: PmsConfigurationTestInput!) {
    testConfiguration(input: $input) {
      ok
      propertyName
      propertyTimeZone
      steps {
        name
        detail
        outcome
      }
      errors {
        code
        message
        field
      }
    }
  }
`)
