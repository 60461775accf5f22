import type { BookingStatus } from '../../../records/booking.ts'
import { dayOf } from '../../../records/days.ts'
import type { HotelPlan, MakeItem, Timeless } from '../hotel.ts'
import type { Life } from '../life/life.ts'
import { changedAt, courseOf, DAY, type Minute, type Stay, statusAt, timesInRoom } from '../life/stays.ts'
import { mixSeed, Random } from '../random.ts'
import { gradeOf, roomOf } from '../room-layout.ts'
import { guestNameOf } from './guest.ts'

const SOURCES = ['DIRECT', 'OTA', 'OTA', 'CORPORATE', 'TRAVEL_AGENT', 'WALK_IN'] as const
/** A test number: clerks do write real ones into notes. */
export const PLANTED_CARD = '4111 1111 1111 1111'
const NOTES = [
  'Late arrival, after 23:00',
  'Honeymoon 🎉 – flowers in the room',
  'Needs a cot.\nAllergic to nuts.',
  `Paid by card ${PLANTED_CARD}`,
] as const

// Each room is let in slots of five days, one booking a slot; today is the third day of the current one.
const SLOT_DAYS = 5
const DAYS_INTO_SLOT = 2
const MAX_FUTURE_SLOTS = 73
const LONG_STAY_NIGHTS = 730

/** A booking: its status fits its dates, its guest and room exist, and no two share a room and a night. */
export const makeBooking: MakeItem<'bookings'> = (plan, index, revision) => {
  const random = randomOf(plan, index)
  const stay = stayOf(plan, index, random)
  const status = plan.life ? statusAt(courseOf(plan, index, stay), plan.life.now()) : statusOf(stay, random)
  const roomIndex = index % Math.max(plan.counts.rooms, 1)
  const room = roomOf(plan, roomIndex)
  const isAssigned =
    plan.counts.rooms > 0 && (plan.life !== undefined || index < plan.counts.bookings) && !isOpen(status, random)
  return {
    externalId: plan.idOf('bookings', index),
    confirmationNumber: `C${(mixSeed(plan.seed, 5, index) % 2 ** 30).toString(36).toUpperCase().padStart(6, '0')}`,
    status,
    source: random.pick(SOURCES),
    ...guestOf(plan, random),
    roomNumber: isAssigned ? room.roomNumber : null,
    roomType: room.roomType,
    roomExternalId: isAssigned ? room.externalId : null,
    roomTypeExternalId: roomTypeIdOf(plan, roomIndex),
    ratePlanExternalId: ratePlanIdOf(plan, index),
    checkIn: dayOf(plan.today + stay.startsIn),
    checkOut: dayOf(plan.today + stay.endsIn),
    adults: random.int(1, 2),
    children: random.chance(0.8) ? 0 : random.int(1, 2),
    totalAmountCents: room.rateCents * (stay.endsIn - stay.startsIn),
    currency: plan.currency,
    notes: notesOf(revision, random),
  }
}

/** The booking whose slot holds today, for the room with this number; undefined when there is none. */
export function currentBooking(plan: HotelPlan, roomIndex: number): Timeless<'bookings'> | undefined {
  if (plan.life) return livingBooking(plan, roomIndex, plan.life)
  const index = roomIndex + currentSlot(plan) * plan.counts.rooms
  if (index >= plan.counts.bookings) return undefined
  const booking = makeBooking(plan, index, 0)
  return booking.roomExternalId === null ? undefined : booking
}

/** Who is in the room; else who is to come today, else who left today. */
function livingBooking(plan: HotelPlan, roomIndex: number, life: Life): Timeless<'bookings'> | undefined {
  const today = dayOf(plan.today + Math.floor(life.now() / DAY))
  const bookings = slotsUntilToday(plan, roomIndex, life).map(({ index }) => makeBooking(plan, index, 0))
  const has = (status: BookingStatus, day: (booking: Timeless<'bookings'>) => boolean) =>
    bookings.find((booking) => booking.status === status && booking.roomExternalId !== null && day(booking))
  return (
    has('CHECKED_IN', () => true) ??
    has('CONFIRMED', ({ checkIn }) => checkIn === today) ??
    has('CHECKED_OUT', ({ checkOut }) => checkOut === today)
  )
}

/** When guests have had the room lately, in order. */
export function recentStays(plan: HotelPlan, roomIndex: number, life: Life): (readonly [Minute, Minute])[] {
  return slotsUntilToday(plan, roomIndex, life)
    .map(({ index, stay }) => timesInRoom(courseOf(plan, index, stay)))
    .filter((times) => times !== null)
}

/** When the status of a booking became what it is. */
export function bookingChangedAt(plan: HotelPlan, index: number, now: Minute): Minute | null {
  return changedAt(courseOf(plan, index, stayOf(plan, index, randomOf(plan, index))), now)
}

/** As many as end in it, so that there are guests every day. */
export const bookingsADay = ({ counts }: HotelPlan) => counts.rooms / SLOT_DAYS

/** Bookings of a room whose slots have begun, as far back as somebody can still see what they left. */
function slotsUntilToday(plan: HotelPlan, roomIndex: number, life: Life) {
  const today = Math.floor(life.now() / DAY)
  const slot = currentSlot(plan) + Math.floor((today + DAYS_INTO_SLOT - staggerOf(plan, roomIndex)) / SLOT_DAYS)
  return [slot - 2, slot - 1, slot]
    .filter((each) => each >= 0)
    .map((each) => roomIndex + each * plan.counts.rooms)
    .map((index) => ({ index, stay: stayOf(plan, index, randomOf(plan, index)) }))
}

/** Of slots in a hotel that lives, so that on every day some begin and some end. */
const staggerOf = ({ life }: HotelPlan, roomIndex: number) =>
  life === undefined ? 0 : (roomIndex % SLOT_DAYS) - DAYS_INTO_SLOT

const randomOf = ({ seed }: HotelPlan, index: number) => new Random(mixSeed(seed, 4, index))

function stayOf(plan: HotelPlan, index: number, random: Random): Stay {
  const slot = Math.floor(index / Math.max(plan.counts.rooms, 1))
  const skipped = random.int(0, 1)
  const nights = random.int(1, SLOT_DAYS - skipped)
  const stagger = staggerOf(plan, index % Math.max(plan.counts.rooms, 1))
  const startsIn = (slot - currentSlot(plan)) * SLOT_DAYS - DAYS_INTO_SLOT + stagger + skipped
  // The last booking of all is a very long stay, so that nobody follows it in its room.
  const isLong = plan.life === undefined && index === plan.counts.bookings - 1
  return { startsIn, endsIn: startsIn + (isLong ? LONG_STAY_NIGHTS : nights) }
}

/** Two fifths of the bookings lie in the past, and none further ahead than a year. */
function currentSlot({ counts }: HotelPlan): number {
  const slots = Math.ceil(counts.bookings / Math.max(counts.rooms, 1))
  return Math.max(Math.floor(slots * 0.4), slots - 1 - MAX_FUTURE_SLOTS)
}

function statusOf({ startsIn, endsIn }: Stay, random: Random): BookingStatus {
  const draw = random.next()
  if (endsIn < 0) return draw < 0.9 ? 'CHECKED_OUT' : draw < 0.97 ? 'CANCELLED' : 'NO_SHOW'
  if (startsIn > 0) return draw < 0.82 ? 'CONFIRMED' : draw < 0.9 ? 'PENDING' : 'CANCELLED'
  if (endsIn === 0) return draw < 0.5 ? 'CHECKED_OUT' : 'CHECKED_IN'
  return startsIn === 0 && draw < 0.5 ? 'CONFIRMED' : 'CHECKED_IN'
}

/** Whether no room has been given to it (yet). */
function isOpen(status: BookingStatus, random: Random): boolean {
  const isFuture = status === 'CONFIRMED' || status === 'PENDING'
  return random.chance(0.3) && isFuture
}

function guestOf(plan: HotelPlan, random: Random) {
  const { guests } = plan.counts
  const index = random.int(0, Math.max(guests - 1, 0))
  const { firstName, lastName, email } = guestNameOf(plan, index)
  return {
    guestName: `${firstName} ${lastName}`,
    guestEmail: email,
    guestExternalId: guests > 0 ? plan.idOf('guests', index) : null,
  }
}

function roomTypeIdOf(plan: HotelPlan, roomIndex: number): string | null {
  const grade = gradeOf(plan, roomIndex)
  return grade < plan.counts.roomTypes ? plan.idOf('roomTypes', grade) : null
}

function ratePlanIdOf({ seed, counts, idOf }: HotelPlan, index: number): string | null {
  if (counts.ratePlans === 0) return null
  return idOf('ratePlans', new Random(mixSeed(seed, 12, index)).int(0, counts.ratePlans - 1))
}

function notesOf(revision: number, random: Random): string | null {
  const written = random.chance(0.8) ? null : random.pick(NOTES)
  if (revision === 0) return written
  return `${written === null ? '' : `${written}\n`}Changed ${revision} times`
}
