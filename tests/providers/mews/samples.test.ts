import { describe, expect, test } from 'vitest'
import { mews } from '../../../src/providers/mews/index.ts'
import { openHarness } from '../../../src/providers/testing/harness.ts'
import { collect } from '../../../src/providers/testing/walk.ts'
import { bookingRecord } from '../../../src/records/booking.ts'
import { guestRecord } from '../../../src/records/guest.ts'
import { housekeepingRecord } from '../../../src/records/housekeeping.ts'
import { maintenanceRequestRecord } from '../../../src/records/maintenance-request.ts'
import { ratePlanRecord } from '../../../src/records/rate-plan.ts'
import { roomRecord } from '../../../src/records/room.ts'
import { roomBlockRecord } from '../../../src/records/room-block.ts'
import { roomTypeRecord } from '../../../src/records/room-type.ts'
import { hasVendorFile, readVendorFile } from '../../kit/vendor-specs.ts'
import { answer, recorded } from './traffic.ts'

const records = {
  bookings: bookingRecord,
  rooms: roomRecord,
  guests: guestRecord,
  housekeeping: housekeepingRecord,
  roomTypes: roomTypeRecord,
  ratePlans: ratePlanRecord,
  roomBlocks: roomBlockRecord,
  maintenanceRequests: maintenanceRequestRecord,
}
const hotel = {
  id: 'h',
  externalHotelId: '851df8c8-90f2-4c4a-8e01-a4fc46b25178',
  timeZone: 'Europe/Budapest',
  currency: 'GBP',
}

const sampleOf = (operation: string) =>
  readVendorFile('samples', 'mews', 'operations', `${operation.replaceAll('/', '.')}.response.json`)

/** What a vendor made of the samples delivers: each answer as documented, whatever was asked. */
async function itemsOf(kind: keyof typeof records) {
  await using harness = await openHarness(mews)
  const samples = (operation: string) =>
    answer(operation === 'companies/getAll' ? { Companies: [] } : sampleOf(operation))
  const { ctx } = recorded(harness, samples, { hotel })
  const items = await collect(harness, kind, { since: new Date('2026-10-01T00:00:00Z') }, ctx)
  return items.map((raw) => ({
    id: mews.identify[kind]?.(raw),
    record: records[kind].parse(mews.normalize[kind]?.(raw, ctx)),
  }))
}

const isHere = hasVendorFile('samples', 'mews')
if (!isHere) test.skip('the vendor’s samples are absent: nothing is read from them')

describe.skipIf(!isHere)('the vendor’s samples', () => {
  test('bookings', async () => {
    const [{ id, record } = { id: null, record: null }, ...others] = await itemsOf('bookings')
    expect(others).toEqual([])
    expect(record).toMatchObject({
      externalId: id,
      confirmationNumber: '52',
      status: 'CONFIRMED',
      source: 'TRAVEL_AGENT',
      guestName: 'John Smith',
      guestEmail: 'j.smith@example.com',
      guestExternalId: 'fadd5bb6-b428-45d5-94f8-fd0d89fece6d',
      roomNumber: '101',
      roomTypeExternalId: '773d5e42-de1e-43a0-9ce6-f940faf2303f',
      ratePlanExternalId: 'ed4b660b-19d0-434b-9360-a4de2ea42eda',
      checkIn: '2023-04-23',
      checkOut: '2023-04-25',
      adults: 4,
      children: 0,
    })
  })

  test('rooms', async () => {
    const rooms = (await itemsOf('rooms')).map(({ record }) => record)
    // 101A is a bed without a category: nothing says that somebody may stay in it.
    expect(rooms).toMatchObject([
      { roomNumber: '101', floor: '1' },
      { roomNumber: 'Suite 1', floor: '5' },
    ])
    expect((await itemsOf('housekeeping')).map(({ record }) => record)).toMatchObject([
      { roomNumber: '101', condition: 'CLEAN', roomStatus: 'OUT_OF_ORDER' },
      { roomNumber: 'Suite 1', condition: 'DIRTY', roomStatus: 'OUT_OF_ORDER' },
    ])
  })

  test('guests', async () => {
    const [guest] = (await itemsOf('guests')).map(({ record }) => record)
    expect(guest).toMatchObject({
      firstName: 'John',
      lastName: 'Smith',
      country: 'US',
      dateOfBirth: '1983-12-31',
      preferences: { roomFeatures: ['OceanView'] },
    })
  })

  test('room types', async () => {
    const types = (await itemsOf('roomTypes')).map(({ record }) => record)
    expect(types).toMatchObject([
      { externalId: '5c0804f9-d03a-4b13-a57d-b00300781a41', code: 'Bed 1', name: 'Bed 1', capacity: 1 },
      { externalId: '47d6b462-35ec-467e-a565-b00300781a41', code: 'Dorm 1', name: 'Dorm 1', capacity: 4 },
    ])
  })

  test('rate plans', async () => {
    const [plan, ...others] = (await itemsOf('ratePlans')).map(({ record }) => record)
    expect(others).toEqual([])
    expect(plan).toMatchObject({ code: 'FF', name: 'Fully Flexible', derivedFromExternalId: null, currency: null })
  })

  test('room blocks', async () => {
    // The third one was deleted.
    const blocks = (await itemsOf('roomBlocks')).map(({ record }) => record)
    expect(blocks).toMatchObject([
      // Of four hours in the evening, as the clocks in Budapest show.
      { kind: 'OUT_OF_ORDER', roomNumber: '101', firstNight: '2023-07-15', lastNight: '2023-07-15' },
      { kind: 'HOUSE_USE', firstNight: '2023-07-20', lastNight: '2023-07-22' },
    ])
  })

  test('maintenance requests', async () => {
    const [task] = (await itemsOf('maintenanceRequests')).map(({ record }) => record)
    expect(task).toMatchObject({ status: 'OPEN', title: 'Test all', resolvedAt: null, roomExternalId: null })
  })

  test.each([
    ['400', 'PROVIDER_REJECTED'],
    ['401', 'PROVIDER_UNAUTHORIZED'],
    ['403', 'PROVIDER_FORBIDDEN'],
    ['408', 'PROVIDER_TIMEOUT'],
    ['409', 'PROVIDER_REJECTED'],
    ['429', 'PROVIDER_RATE_LIMITED'],
    ['500', 'PROVIDER_UNAVAILABLE'],
  ])('error %s is %s', async (file, code) => {
    const { status, headers, body } = readVendorFile<{
      status: number
      headers: Record<string, string>
      body: { Message: string }
    }>('samples', 'mews', 'errors', `${file}.json`)
    await using harness = await openHarness(mews)
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
    const { ctx } = recorded(harness, () => ({ status, headers: lower, body: JSON.stringify(body) }), { maxWaitMs: 0 })
    const error = await mews.check(ctx).catch((error: unknown) => error)
    expect(error).toMatchObject({ code })
    expect(String(error)).not.toContain(body.Message)
    if (file === '429') expect(error).toMatchObject({ retryAfterMs: 12_000 })
  })

  test.each([
    [
      'general.documented',
      [
        ['bookings', 'ServiceOrderUpdated'],
        ['housekeeping', 'ResourceUpdated'],
        ['rooms', 'ResourceUpdated'],
        [undefined, 'MessageAdded'],
        ['guests', 'CustomerAdded'],
        ['guests', 'CustomerUpdated'],
        [undefined, 'PaymentUpdated'],
      ],
    ],
    ['general.resource-block', [['roomBlocks', 'ResourceBlockUpdated']]],
    ['integration.created', [[undefined, 'IntegrationCreated']]],
    ['integration.disabled', [[undefined, 'IntegrationDisabled']]],
    ['integration.api-key-created', [[undefined, 'IntegrationApiKeyCreated']]],
  ])('webhook %s', (file, expected) => {
    const message = readVendorFile('samples', 'mews', 'webhooks', `${file}.json`)
    const events = mews.webhook?.parse({ headers: {}, body: Buffer.from(JSON.stringify(message)) }) ?? []
    expect(events.map(({ subject, type }) => [subject?.kind, type])).toEqual(expected)
    expect(JSON.stringify(events)).not.toMatch(/AccessToken|ApiKey"|0000AB/)
  })
})
