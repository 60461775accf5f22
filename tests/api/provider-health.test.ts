import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSharedCircuits } from '../../src/configurations/shared-circuits.ts'
import { createSharedRateBudget } from '../../src/configurations/shared-rate-budget.ts'
import { mock } from '../../src/providers/mock/index.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { eventually } from '../kit/eventually.ts'
import { addHotel } from '../kit/rows.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const clock = { now: () => new Date() }
const HOUR_MS = 3_600_000
const provider = 'mock'

/** Hotels of a chain, with one account at one PMS, that have synced before. */
async function chainOf(vendor: Simulator, size: number) {
  const hotelIds = await Promise.all(Array.from({ length: size }, () => addHotel(api.database)))
  const { credentials, settings } = vendor
  for (const hotelId of hotelIds) {
    await api.query(Save, { input: { hotelId, provider, credentials, settings } })
    await api.query(Sync, { input: { hotelId, provider, wait: true } })
  }
  const [row] = await api.database.query<{ key: string }>(
    'SELECT credential_key AS key FROM pms_configuration WHERE hotel_id = $1',
    [hotelIds[0]],
  )
  return { hotelIds: hotelIds.toSorted(), key: row?.key ?? '' }
}
const newVendor = () => mock.simulate({ bookings: 3, rooms: 1, guests: 1 })
const circuitsOf = (key: string) =>
  createSharedCircuits({
    database: api.database.within('*'),
    clock,
    random: () => 0.5,
    onRecovered: async () => {},
  }).of(key)
async function askForPause(key: string, vendor: Simulator, ms = HOUR_MS) {
  const budget = createSharedRateBudget({ database: api.database.within('*'), clock })
  await budget.pause(`${key}@${new URL(vendor.url).host}`, new Date(Date.now() + ms))
}
async function lastRunOf(hotelId: string) {
  const [run] = await api.database.query(
    'SELECT status, wait_reason AS "waitReason" FROM pms_sync_log WHERE hotel_id = $1 ORDER BY id DESC LIMIT 1',
    [hotelId],
  )
  return run
}
/** Asks for a sync that waits for its PMS. */
async function syncInVain(hotelId: string) {
  await api.query(Sync, { input: { hotelId, provider } })
  await eventually(async () => expect(await lastRunOf(hotelId)).toMatchObject({ waitReason: 'RATE_BUDGET' }))
}

test('a pause that a PMS asked for is seen with its end, and lifted: what waits goes on at once', async () => {
  await using vendor = await newVendor()
  const { hotelIds, key } = await chainOf(vendor, 1)
  const [hotelId = ''] = hotelIds
  await askForPause(key, vendor)
  await syncInVain(hotelId)

  const [before] = (await api.query(Health, { hotelId })).data.providerHealth
  expect(before).toMatchObject({ provider, state: 'CLOSED', failures: 0, since: null, reason: null })
  const leftMs = Date.parse(before?.pausedUntil ?? '') - Date.now()
  expect(leftMs).toBeGreaterThan(HOUR_MS - 60_000)
  expect(leftMs).toBeLessThanOrEqual(HOUR_MS)
  expect(before?.nextTryAt).toBe(before?.pausedUntil)

  const { data } = await api.query(TryNow, { input: { hotelId, provider } })
  expect(data.tryProviderNow).toMatchObject({ errors: [], health: { pausedUntil: null, nextTryAt: null } })
  await eventually(async () => expect(await lastRunOf(hotelId)).toMatchObject({ status: 'COMPLETED' }))
})

test('a run that its PMS has told to wait tells the end of the pause, also without an allowance that is shared', async () => {
  await using vendor = await newVendor()
  const { hotelIds, key } = await chainOf(vendor, 1)
  const [hotelId = ''] = hotelIds
  await askForPause(key, vendor)
  await syncInVain(hotelId)
  await api.database.query(`UPDATE pms_rate_budget SET paused_until = '-infinity' WHERE starts_with(key, $1)`, [key])
  await api.database.query(
    `UPDATE pms_sync_log SET wait_reason = 'RETRY_AFTER' WHERE hotel_id = $1 AND status = 'RUNNING'`,
    [hotelId],
  )
  expect((await api.query(Health, { hotelId })).data.providerHealth[0]?.pausedUntil).not.toBeNull()
  const { data } = await api.query(TryNow, { input: { hotelId, provider } })
  expect(data.tryProviderNow.health?.pausedUntil).toBeNull()
})

test('a circuit is open after five failures, half-open when it is to be tried, and closed after an answer', async () => {
  await using vendor = await newVendor()
  const { hotelIds, key } = await chainOf(vendor, 1)
  const [hotelId = ''] = hotelIds
  const healthOf = async () => (await api.query(Health, { hotelId })).data.providerHealth[0]
  const circuit = circuitsOf(key)
  await circuit.failed('PROVIDER_TIMEOUT')
  expect(await healthOf()).toMatchObject({ state: 'CLOSED', failures: 1, reason: 'PROVIDER_TIMEOUT', nextTryAt: null })
  for (let i = 0; i < 4; i++) await circuit.failed('PROVIDER_UNAVAILABLE')
  const open = await healthOf()
  expect(open).toMatchObject({ state: 'OPEN', failures: 5, reason: 'PROVIDER_UNAVAILABLE', pausedUntil: null })
  expect(Date.parse(open?.nextTryAt ?? '')).toBeGreaterThan(Date.parse(open?.since ?? ''))

  const { data } = await api.query(TryNow, { input: { hotelId, provider } })
  expect(data.tryProviderNow.health).toMatchObject({ state: 'HALF_OPEN', nextTryAt: null, failures: 5 })
  expect(await circuitsOf(key).enter()).toBeNull()
  // A process knows what another one found out a second later at the latest; what it asks until then closes nothing.
  await eventually(async () => {
    await api.query(Sync, { input: { hotelId, provider, wait: true } })
    expect(await healthOf()).toMatchObject({ state: 'CLOSED', failures: 0, since: null })
  })
})

test('hotels that share an account see one state of it, and nobody sees whose else it is', async () => {
  await using vendor = await newVendor()
  const { hotelIds, key } = await chainOf(vendor, 3)
  const [ours = '', alsoOurs = '', theirs = ''] = hotelIds
  await askForPause(key, vendor)
  const token = await api.token({ hotelIds: [ours, alsoOurs] })
  const { data } = await api.query(Health, { troubled: true }, token)
  expect(data.providerHealth).toMatchObject([{ hotelCount: 2, hotels: [{ id: ours }, { id: alsoOurs }] }])
  expect(JSON.stringify(data)).not.toContain(theirs)
  expect((await api.query(Health, { hotelId: ours }, token)).data.providerHealth).toMatchObject([{ hotelCount: 2 }])
  expect((await api.query(Health, { hotelId: theirs }, token)).errors).toMatchObject([
    { extensions: { code: 'NOT_FOUND' } },
  ])
})

test('accounts that are well are left out when only troubled ones are asked for', async () => {
  await using vendor = await newVendor()
  const { hotelIds } = await chainOf(vendor, 1)
  const token = await api.token({ hotelIds })
  expect((await api.query(Health, { troubled: true }, token)).data.providerHealth).toEqual([])
  expect((await api.query(Health, {}, token)).data.providerHealth).toHaveLength(1)
})

test('a pause is lifted by who may change the hotel, and noted with the name', async () => {
  await using vendor = await newVendor()
  const { hotelIds, key } = await chainOf(vendor, 2)
  const [hotelId = '', other = ''] = hotelIds
  await askForPause(key, vendor)
  const input = { hotelId, provider }
  const viewer = await api.token({ permissions: ['ADMIN_VIEW'] })
  expect((await api.query(TryNow, { input }, viewer)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  const ofOther = await api.token({ hotelIds: [other] })
  expect((await api.query(TryNow, { input }, ofOther)).data.tryProviderNow.errors).toEqual([{ code: 'NOT_FOUND' }])
  const paused = async () => (await api.query(Health, { hotelId })).data.providerHealth[0]?.pausedUntil
  expect(await paused()).not.toBeNull()

  await api.query(TryNow, { input }, await api.token({ subject: 'ada', hotelIds: [hotelId] }))
  expect(await paused()).toBeNull()
  const audited = await api.database.query(
    `SELECT hotel_id, actor, details FROM pms_audit_entry WHERE action = 'provider.retried' AND hotel_id = ANY ($1)`,
    [hotelIds],
  )
  expect(audited).toEqual([{ hotel_id: hotelId, actor: 'ada', details: { provider } }])
})

test('a hotel without the provider, and one whose syncs are paused, have nothing to try', async () => {
  await using vendor = await newVendor()
  const { hotelIds } = await chainOf(vendor, 1)
  const [hotelId = ''] = hotelIds
  await api.query(Save, { input: { hotelId, provider, enabled: false } })
  const codeOf = async (id: string) =>
    (await api.query(TryNow, { input: { hotelId: id, provider } })).data.tryProviderNow.errors[0]?.code
  expect(await codeOf(hotelId)).toBe('CONFIGURATION_DISABLED')
  expect(await codeOf(await addHotel(api.database))).toBe('NOT_FOUND')
})

test.each([0, 101])('%i accounts cannot be asked for', async (first) => {
  const { errors } = await api.query(Health, { first })
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'first' } }])
})

const Health = graphql(`
  query ProviderHealth($hotelId: ID, $troubled: Boolean, $first: Int) {
    providerHealth(hotelId: $hotelId, troubled: $troubled, first: $first) {
      provider
      state
      failures
      since
      reason
      pausedUntil
      nextTryAt
      hotelCount
      hotels {
        id
      }
    }
  }
`)

const TryNow = graphql(`
  mutation TryProviderNow($input: PmsConfigurationKey!) {
    tryProviderNow(input: $input) {
      health {
        state
        failures
        pausedUntil
        nextTryAt
      }
      errors {
        code
      }
    }
  }
`)

const Save = graphql(`
  mutation SaveAccountOfHealth($input: PmsConfigurationInput!) {
    upsertConfiguration(input: $input) {
      errors {
        code
        message
      }
    }
  }
`)

const Sync = graphql(`
  mutation SyncRoomsOfHealth($input: PmsSyncInput!) {
    syncRooms(input: $input) {
      errors {
        code
      }
    }
  }
`)
