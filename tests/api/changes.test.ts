import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mock } from '../../src/providers/mock/index.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { eventually } from '../kit/eventually.ts'
import { addHotel } from '../kit/rows.ts'

let api: TestApi
let vendor: Simulator
beforeAll(async () => {
  api = await startApi()
  vendor = await mock.simulate({ bookings: 40, rooms: 8, guests: 4 })
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await vendor[Symbol.asyncDispose]()
})

type Data = Record<string, unknown>
const ask = async (query: string, variables: object, token?: string) =>
  (await api.send({ query, variables }, token)).data as Data
const change = (name: string, type: string) => `mutation ($input: ${type}!) { ${name}(input: $input) {
  errors { code field } booking { checkOut }
  preview { outcome base wanted theirs sent conflicts errorCode }
  change { id state waitingFor groups base wanted theirs } } }`

/** A hotel at the mock PMS with a booking that can be changed. */
async function hotelWithBooking(at = vendor) {
  const hotelId = await addHotel(api.database)
  const { credentials, settings } = at
  const input = { hotelId, provider: 'mock', credentials, settings, writeEnabled: true }
  const saved = await ask(
    `mutation ($input: PmsConfigurationInput!) { upsertConfiguration(input: $input) {
       errors { code field message } configuration { writeEnabled actions } } }`,
    { input },
  )
  for (const entityType of ['ROOM', 'BOOKING'] as const) {
    const { id } = await api.engine.request({ hotelId, provider: 'mock', entityType, trigger: 'MANUAL' })
    await api.engine.run(id)
    await api.engine.waitForEnd(id)
  }
  const list = await ask(
    `query ($hotelId: ID!) { bookings(hotelId: $hotelId, first: 1, filter: { status: [CONFIRMED] },
       orderBy: { field: CHECK_IN, direction: DESC }) { nodes { id externalId checkIn checkOut } } }`,
    { hotelId },
  )
  const [booking] = (
    list.bookings as { nodes: { id: string; externalId: string; checkIn: string; checkOut: string }[] }
  ).nodes
  if (booking === undefined) throw new Error('no booking')
  return { hotelId, saved, booking, input: { hotelId, bookingId: booking.id } }
}

async function work(id: string) {
  const claimed = await api.changes.claim(id)
  if (claimed !== null) await api.changes.work(claimed)
}

const states = `query ($id: ID!) { booking(id: $id) { checkOut syncStatus syncError pendingChanges { id state } } }`

describe('a booking', () => {
  test('shows what is pending, and the PMS’s word once it is applied', async () => {
    const { booking, input, saved } = await hotelWithBooking()
    expect(saved).toMatchObject({ upsertConfiguration: { configuration: { writeEnabled: true } } })
    expect(await ask(states, { id: booking.id })).toMatchObject({
      booking: { syncStatus: 'SYNCED', pendingChanges: [] },
    })

    const checkOut = '2099-12-01'
    const asked = await ask(change('changeBooking', 'PmsBookingChangeInput'), {
      input: { ...input, stay: { checkOut }, pricing: 'KEEP', expected: { checkOut: booking.checkOut } },
    })
    const { id } = (asked.changeBooking as { change: { id: string } }).change
    expect(asked).toMatchObject({
      changeBooking: { errors: [], change: { state: 'PENDING', groups: ['STAY'], wanted: { checkOut } } },
    })
    expect(await ask(states, { id: booking.id })).toMatchObject({
      booking: { checkOut: booking.checkOut, syncStatus: 'PENDING', pendingChanges: [{ id }] },
    })
    await work(id)
    // A worker may have taken it first.
    await eventually(async () =>
      expect(await ask(states, { id: booking.id })).toEqual({
        booking: { checkOut, syncStatus: 'SYNCED', syncError: null, pendingChanges: [] },
      }),
    )
  })

  test('is found by what its changes say of it', async () => {
    await using refusing = await mock.simulate({ bookings: 40, rooms: 8, guests: 4 })
    const { hotelId, booking, input } = await hotelWithBooking(refusing)
    const asked = await ask(change('cancelBooking', 'PmsBookingCancelInput'), { input })
    const { id } = (asked.cancelBooking as { change: { id: string } }).change
    const idsOf = async (status: string) => {
      const query = `query ($hotelId: ID!, $filter: PmsBookingFilter) { bookings(hotelId: $hotelId, first: 50, filter: $filter) { nodes { id syncStatus } } }`
      const data = await ask(query, { hotelId, filter: { syncStatus: [status] } })
      const { nodes } = data.bookings as { nodes: { id: string; syncStatus: string }[] }
      expect(new Set(nodes.map(({ syncStatus }) => syncStatus)).size).toBeLessThan(2)
      return nodes.map((node) => node.id)
    }
    expect(await idsOf('PENDING')).toEqual([booking.id])
    expect(await idsOf('SYNCED')).not.toContain(booking.id)
    refusing.setFaults({ write: { refuse: 1 } })
    await work(id)
    expect(await idsOf('FAILED')).toEqual([booking.id])
    expect(await idsOf('PENDING')).toEqual([])
  })

  test('of which something else was believed is answered with what it is', async () => {
    const { booking, input } = await hotelWithBooking()
    expect(
      await ask(change('changeBooking', 'PmsBookingChangeInput'), {
        input: { ...input, party: { adults: 4 }, expected: { checkOut: '2001-01-01' } },
      }),
    ).toMatchObject({
      changeBooking: {
        errors: [{ code: 'STALE_EXPECTED', field: 'expected.checkOut' }],
        booking: { checkOut: booking.checkOut },
        change: null,
      },
    })
  })

  test('is looked at and left alone in a dry run', async () => {
    const { hotelId, input } = await hotelWithBooking()
    const answer = await ask(change('changeBooking', 'PmsBookingChangeInput'), {
      input: { ...input, party: { adults: 4 }, dryRun: true },
    })
    expect(answer).toMatchObject({
      changeBooking: { errors: [], change: null, preview: { outcome: 'SEND', sent: { adults: 4 } } },
    })
    const list = await ask(`query ($id: ID!) { changes(hotelId: $id, first: 1) { totalCount } }`, { id: hotelId })
    expect(list).toEqual({ changes: { totalCount: 0 } })
  })

  test('of another hotel is not there', async () => {
    const { booking } = await hotelWithBooking()
    const other = await hotelWithBooking()
    expect(
      await ask(change('cancelBooking', 'PmsBookingCancelInput'), {
        input: { hotelId: other.hotelId, bookingId: booking.id },
      }),
    ).toMatchObject({ cancelBooking: { errors: [{ code: 'NOT_FOUND', field: 'bookingId' }] } })
  })
})

test('a note is told to who may change, and to nobody else', async () => {
  const { hotelId, input } = await hotelWithBooking()
  await ask(change('addBookingNote', 'PmsBookingNoteInput'), { input: { ...input, note: 'Allergic to nuts' } })
  const query = `query ($hotelId: ID!) { changes(hotelId: $hotelId, first: 5) { nodes { action wanted } } }`
  const looking = await api.token({ permissions: ['ADMIN_VIEW'] })
  expect(await ask(query, { hotelId })).toMatchObject({
    changes: { nodes: [{ wanted: { note: 'Allergic to nuts' } }] },
  })
  expect(await ask(query, { hotelId }, looking)).toMatchObject({ changes: { nodes: [{ wanted: { note: null } }] } })
})
