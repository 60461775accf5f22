import assert from 'node:assert/strict'
import type { BookingStatus } from '../../records/booking.ts'
import type { ActionName } from '../../records/changes/actions.ts'
import type { Values } from '../../records/changes/groups.ts'
import { dayNumberIn, dayOf } from '../../records/days.ts'
import { ROOM_BLOCK_KINDS } from '../../records/room-block.ts'
import type { RecordInputs } from '../provider.ts'
import type { Harness } from './harness.ts'

/** What is there to be changed, as a clerk has left it, and what is wanted of it. */
export interface Subject {
  readonly externalId: string
  readonly wanted: Values
}

export type Scenario = (harness: Harness) => Subject

/** Where each action is possible at every vendor that has it. */
export const scenarios: { readonly [A in ActionName]?: Scenario } = {
  BOOKING_CHANGE: (harness) =>
    booking(harness, { status: 'CONFIRMED', from: 10, nights: 2 }, ({ day }) => ({
      checkIn: day(10),
      checkOut: day(14),
    })),
  BOOKING_ROOM: (harness) =>
    booking(harness, { status: 'CONFIRMED', from: 10, nights: 2 }, ({ room }) => ({ roomExternalId: room })),
  BOOKING_CANCEL: (harness) =>
    booking(harness, { status: 'CONFIRMED', from: 10, nights: 2 }, () => ({ status: 'CANCELLED' })),
  BOOKING_REINSTATE: (harness) =>
    booking(harness, { status: 'CANCELLED', from: 10, nights: 2 }, () => ({ status: 'CONFIRMED' })),
  BOOKING_CHECK_IN: (harness) =>
    booking(harness, { status: 'CONFIRMED', from: 0, nights: 2, inRoom: true }, () => ({ status: 'CHECKED_IN' })),
  BOOKING_UNDO_CHECK_IN: (harness) =>
    booking(harness, { status: 'CHECKED_IN', from: 0, nights: 2, inRoom: true }, () => ({ status: 'CONFIRMED' })),
  BOOKING_CHECK_OUT: (harness) =>
    booking(harness, { status: 'CHECKED_IN', from: -2, nights: 2, inRoom: true }, () => ({ status: 'CHECKED_OUT' })),
  BOOKING_NOTE: (harness) =>
    booking(harness, { status: 'CONFIRMED', from: 10, nights: 2 }, () => ({ note: 'Arrives after midnight' })),
  HOUSEKEEPING_CONDITION(harness) {
    const { externalId } = freeRoom(harness)
    const state = { condition: 'DIRTY', occupancy: 'VACANT', roomStatus: 'AVAILABLE' } as const
    harness.simulator.data.change('housekeeping', externalId, state)
    return { externalId, wanted: { condition: 'CLEAN' } }
  },
  ROOM_BLOCK_CREATE(harness) {
    const block = { ...nights(harness, 20, 22), reason: 'Walls are painted' }
    const kinds = ROOM_BLOCK_KINDS.flatMap((kind) => [
      { ...block, kind },
      { ...block, kind, reasonCode: 'PAINT' },
    ])
    return { externalId: freeRoom(harness).externalId, wanted: firstPossible(harness, 'ROOM_BLOCK_CREATE', kinds) }
  },
  ROOM_BLOCK_END(harness) {
    const { data } = harness.simulator
    // Beside two that nobody is to touch, which are one of two rooms where a vendor has such.
    for (let count = 0; count < 2; count++) data.add('roomBlocks')
    const externalId = data.add('roomBlocks')
    data.change('roomBlocks', externalId, nights(harness, 20, 22))
    return { externalId, wanted: {} }
  },
  MAINTENANCE_CREATE(harness) {
    const request = { title: 'The window does not close', description: 'It is the left one.' }
    const wanted = firstPossible(harness, 'MAINTENANCE_CREATE', [request, { ...request, code: 'DOOR' }])
    return { externalId: freeRoom(harness).externalId, wanted }
  },
  MAINTENANCE_UPDATE({ simulator: { data } }) {
    const externalId = data.facts('maintenanceRequests')[0]?.externalId ?? ''
    data.change('maintenanceRequests', externalId, { status: 'OPEN', resolvedAt: null })
    return { externalId, wanted: { status: 'RESOLVED' } }
  },
}

function nights({ clock }: Harness, first: number, last: number) {
  const today = dayNumberIn('Europe/Lisbon', clock.now())
  return { firstNight: dayOf(today + first), lastNight: dayOf(today + last) }
}

/** What this vendor has at all, and with what it asks for. */
function firstPossible({ adapter, context }: Harness, action: ActionName, wishes: readonly Values[]): Values {
  const { hotel, settings } = context()
  const theirs = { values: {}, modifiedAt: null }
  const found = wishes.find((wanted) => !adapter.write?.[action]?.may(wanted, theirs, { hotel, settings, options: {} }))
  return found ?? assert.fail(`${action} is possible in no way that is tried`)
}

/** One that no booking has. */
function freeRoom({ simulator: { data } }: Harness) {
  const taken = new Set(data.facts('bookings').map(({ roomExternalId }) => roomExternalId))
  const room = (data.facts('rooms') as RecordInputs['rooms'][]).find(({ externalId }) => !taken.has(externalId))
  return room ?? assert.fail('there is no room that no booking has')
}

interface Stay {
  readonly status: BookingStatus
  /** Days from today to the arrival. */
  readonly from: number
  readonly nights: number
  readonly inRoom?: true
}

/** A booking beside one that nobody is to touch, in a hotel with a free and clean room of its type. */
function booking(
  harness: Harness,
  { status, from, nights, inRoom }: Stay,
  wantedOf: (hotel: { room: string; day: (offset: number) => string }) => Values,
): Subject {
  const { data } = harness.simulator
  const today = dayNumberIn('Europe/Lisbon', harness.clock.now())
  const day = (offset: number) => dayOf(today + offset)
  const { externalId, room } = findPlace(harness)
  const given = { roomExternalId: room.externalId, roomNumber: room.roomNumber ?? null }
  data.change('bookings', externalId, {
    ...{ status, checkIn: day(from), checkOut: day(from + nights), adults: 2, children: 0 },
    ...(inRoom ? given : { roomExternalId: null, roomNumber: null }),
  })
  const isIn = status === 'CHECKED_IN'
  const state = isIn ? 'OCCUPIED' : 'AVAILABLE'
  data.change('rooms', room.externalId, { status: state, cleaningStatus: 'INSPECTED', occupancy: isIn ? 2 : 0 })
  data.change('housekeeping', room.externalId, {
    ...{ condition: 'INSPECTED', occupancy: isIn ? 'OCCUPIED' : 'VACANT', roomStatus: state },
  })
  return { externalId, wanted: wantedOf({ room: room.externalId, day }) }
}

/** A booking, and a room of its type that no booking has. */
function findPlace({ simulator: { data } }: Harness) {
  const bookings = data.facts('bookings') as RecordInputs['bookings'][]
  const rooms = data.facts('rooms') as RecordInputs['rooms'][]
  const taken = new Set(bookings.map(({ roomExternalId }) => roomExternalId))
  for (const { externalId, roomType } of bookings) {
    const room = rooms.find((one) => one.roomType === roomType && !taken.has(one.externalId))
    if (room !== undefined) return { externalId, room }
  }
  return assert.fail('there is no booking with a free room of its type')
}
