import { expect, test } from 'vitest'
import { normalizeRoomBlock } from '../../../src/providers/protel/normalize/room-block.ts'
import { roomBlockRecord } from '../../../src/records/room-block.ts'

const hotel = { id: 'h', externalHotelId: '2691', timeZone: 'Europe/Berlin', currency: 'EUR' }
const reports: unknown[] = []
const ctx = { hotel, report: (problem: unknown) => void reports.push(problem) }
const open = { id: '105@2026-08-06', roomId: '105', kind: 'OUT_OF_ORDER', from: '2026-08-06T15:00:00+02:00', to: null }
const block = (fields: object) => roomBlockRecord.parse(normalizeRoomBlock({ ...open, reason: null, ...fields }, ctx))

test('a block without an end lasts until further notice', () => {
  expect(block({})).toMatchObject({
    ...{ externalId: '105@2026-08-06', kind: 'OUT_OF_ORDER', roomExternalId: '105', firstNight: '2026-08-06' },
    ...{ lastNight: null, startsAt: new Date('2026-08-06T13:00:00Z'), endsAt: null, reason: null, reasonCode: null },
  })
})

test.each([
  ['2026-08-08T11:00:00+02:00', '2026-08-07'],
  // Already the 9th in Berlin.
  ['2026-08-08T22:30:00Z', '2026-08-08'],
  ['2026-08-06T18:00:00+02:00', '2026-08-06'],
])('one that ends at %s takes the room until the night of %s', (to, lastNight) => {
  expect(block({ to })).toMatchObject({ lastNight, endsAt: new Date(to) })
})

test('an unknown kind is out of service and is reported', () => {
  expect(block({ kind: 'HAUNTED' })).toMatchObject({ kind: 'OUT_OF_SERVICE' })
  expect(reports).toEqual([{ path: 'kind', value: 'HAUNTED', used: 'OUT_OF_SERVICE' }])
})
