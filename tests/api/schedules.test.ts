import { afterAll, beforeAll, expect, test } from 'vitest'
import { mock } from '../../src/providers/mock/index.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { addHotel } from '../kit/rows.ts'
import type { PmsConfigurationInput } from './gql/graphql.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Lisbon', hour: '2-digit', minute: '2-digit' })
const onTheWall = (runs: readonly string[] | undefined) => runs?.map((run) => clock.format(new Date(run)))

async function save(input: Partial<PmsConfigurationInput> & { hotelId: string }, subject = 'ada') {
  const token = await api.token({ subject })
  const { data } = await api.query(Save, { input: { provider: 'mock', ...input } }, token)
  return data.upsertConfiguration
}
async function connected(syncSchedule: string | null = null) {
  await using vendor = await mock.simulate({ bookings: 1, rooms: 1, guests: 1 })
  const { credentials, settings } = vendor
  const hotelId = await addHotel(api.database)
  return { hotelId, ...(await save({ hotelId, credentials, settings, syncSchedule })) }
}

test('the next five runs of a schedule that is not saved yet, on the clock of the hotel', async () => {
  const hotelId = await addHotel(api.database)
  const { data } = await api.query(Preview, { syncSchedule: '30 3 * * *', hotelId })
  expect(data.schedulePreview.timeZone).toBe('Europe/Lisbon')
  expect(onTheWall(data.schedulePreview.runs)).toEqual(['03:30', '03:30', '03:30', '03:30', '03:30'])
  expect(data.schedulePreview.runs).toEqual(data.schedulePreview.runs.toSorted())
  const zoned = await api.query(Preview, { syncSchedule: '30 3 * * *', timeZone: 'Europe/Lisbon', count: 2 })
  expect(zoned.data.schedulePreview.runs).toEqual(data.schedulePreview.runs.slice(0, 2))
})

test.each([
  ['a schedule that is none', { syncSchedule: 'now and then', timeZone: 'UTC' }, 'syncSchedule'],
  ['a time zone that is none', { syncSchedule: '@daily', timeZone: 'Atlantis' }, 'timeZone'],
  ['neither a hotel nor a time zone', { syncSchedule: '@daily' }, 'timeZone'],
  ['too many runs', { syncSchedule: '@daily', timeZone: 'UTC', count: 51 }, 'count'],
])('a preview refuses %s and names it', async (_, variables, field) => {
  const { errors } = await api.query(Preview, variables)
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }])
})

test('a saved schedule tells its next runs, the first of which is when it is due', async () => {
  const { configuration } = await connected('0 */6 * * *')
  expect(configuration?.nextRuns).toHaveLength(5)
  expect(configuration?.nextRuns[0]).toBe(configuration?.nextSyncAt)
  expect((await connected()).configuration?.nextRuns).toEqual([])
})

test('a pause keeps who, when and why until somebody resumes', async () => {
  const { hotelId } = await connected('@hourly')
  const paused = (await save({ hotelId, enabled: false, pausedReason: ' PMS moves house ' })).configuration
  expect(paused).toMatchObject({ enabled: false, pausedBy: 'ada', pausedReason: 'PMS moves house', nextRuns: [] })
  const changed = (await save({ hotelId, pausedReason: 'Until Monday' }, 'bob')).configuration
  expect(changed).toMatchObject({ pausedBy: 'ada', pausedAt: paused?.pausedAt, pausedReason: 'Until Monday' })
  expect((await save({ hotelId, externalHotelId: 'P-1' })).configuration).toMatchObject({
    pausedReason: 'Until Monday',
  })
  const resumed = (await save({ hotelId, enabled: true }, 'bob')).configuration
  expect(resumed).toMatchObject({ enabled: true, pausedAt: null, pausedBy: null, pausedReason: null })
  expect(resumed?.nextRuns).toHaveLength(5)

  const noted = await api.database.query(
    `SELECT actor, action, details FROM pms_audit_entry WHERE hotel_id = $1
       AND action IN ('configuration.paused', 'configuration.resumed') ORDER BY id`,
    [hotelId],
  )
  expect(noted).toEqual([
    { actor: 'ada', action: 'configuration.paused', details: { provider: 'mock', reason: 'PMS moves house' } },
    { actor: 'bob', action: 'configuration.resumed', details: { provider: 'mock', reason: null } },
  ])
})

test('a reason without a pause is refused, and so is one that is a novel', async () => {
  const { hotelId } = await connected()
  for (const input of [{ pausedReason: 'why' }, { enabled: false, pausedReason: 'x'.repeat(501) }]) {
    expect(await save({ hotelId, ...input })).toMatchObject({
      configuration: null,
      errors: [{ code: 'BAD_USER_INPUT', field: 'pausedReason' }],
    })
  }
})

const Preview = graphql(`
  query Preview($syncSchedule: String!, $hotelId: ID, $timeZone: String, $count: Int! = 5) {
    schedulePreview(syncSchedule: $syncSchedule, hotelId: $hotelId, timeZone: $timeZone, count: $count) {
      timeZone
      runs
    }
  }
`)
const Save = graphql(`
  mutation SaveSchedule($input: PmsConfigurationInput!) {
    upsertConfiguration(input: $input) {
      configuration {
        enabled
        nextSyncAt
        nextRuns
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
