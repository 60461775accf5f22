import { z } from 'zod'
import type { ChangeOptions } from '../../../records/changes/actions.ts'
import type { Values } from '../../../records/changes/groups.ts'
import type { JsonObject, JsonValue } from '../../../records/common.ts'
import { addDays } from '../walk/slices.ts'

const json = z.custom<JsonValue>()
const block = z.record(z.string(), json)
const text = z.string().nullish().catch(null)
/** A range of nights with one price, both included. */
const nights = z.object({ start: text, end: text }).catchall(json)
const segment = z
  .object({ start: text, end: text, rates: z.object({ rate: z.array(nights).nullish() }).nullish() })
  .catchall(json)
const roomStay = z
  .object({
    guestCounts: block.nullish(),
    currentRoomInfo: block.nullish(),
    expectedTimes: block.nullish(),
    roomRates: z.array(segment).nullish(),
  })
  .catchall(json)
const reservation = z.object({ roomStay }).catchall(json)

type Nights = z.output<typeof nights>
type Segment = z.output<typeof segment>

/** What the vendor counts by itself. */
const COUNTED = ['total', 'totalPoints', 'originalTimeSpan'] as const

/**
 * Blocks that go back as they were read, beside the stay. Whether the vendor keeps those that a body leaves out is not
 * documented; like this it is right either way.
 */
const GOES_BACK = [
  ...['reservationIdList', 'externalReferences', 'sourceOfSale', 'reservationGuests', 'reservationProfiles'],
  ...['comments', 'userDefinedFields', 'hotelId'],
] as const

/** Parts of a reservation that were there before, and are not any more. */
export function lostBlocks(before: unknown, after: unknown): string[] {
  const [had, has] = [reservation.parse(before), reservation.safeParse(after).data ?? {}]
  return Object.entries(had).flatMap(([name, value]) => (isEmpty(value) || !isEmpty(has[name as never]) ? [] : [name]))
}

const isEmpty = (value: unknown) =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0)

/**
 * A single reservation as it was read → the one to be written: the stay whole, with days, type and party as they are to
 * be. Without a word about prices the agreed ones stay, also of nights that are new.
 */
export function changedReservation(raw: unknown, values: Values, options: ChangeOptions, lockHandle: number | null) {
  const { roomStay: stay, ...others } = reservation.parse(raw)
  const kept = Object.fromEntries(GOES_BACK.filter((name) => name in others).map((name) => [name, others[name]]))
  return { ...kept, roomStay: changedStay(stay, values, options), ...(lockHandle !== null && { lockHandle }) }
}

function changedStay(stay: z.output<typeof roomStay>, values: Values, { pricing }: ChangeOptions): JsonObject {
  const kept = Object.fromEntries(Object.entries(stay).filter(([name]) => !COUNTED.some((counted) => counted === name)))
  const [arrivalDate, departureDate] = [String(values.checkIn), String(values.checkOut)]
  const guestCounts = countsOf(stay.guestCounts ?? {}, values)
  const days = { first: arrivalDate, last: lastNight(arrivalDate, departureDate) }
  const isRepriced = pricing === 'REPRICE'
  const type = typeof values.roomTypeExternalId === 'string' ? values.roomTypeExternalId : null
  return {
    ...kept,
    ...{ arrivalDate, departureDate, guestCounts },
    ...(stay.currentRoomInfo && { currentRoomInfo: { ...stay.currentRoomInfo, ...(type && { roomType: type }) } }),
    ...(stay.expectedTimes && { expectedTimes: shifted(stay.expectedTimes, arrivalDate, departureDate) }),
    ...(stay.roomRates && {
      roomRates: within(stay.roomRates, days).map((one) => ({
        ...priced(one, days, isRepriced),
        ...{ guestCounts, ...(type && { roomType: type }), ...(type && isRepriced && { roomTypeCharged: type }) },
      })),
    }),
  } as JsonObject
}

/** A day room has one night in its prices. */
const lastNight = (arrival: string, departure: string) => (departure > arrival ? addDays(departure, -1) : arrival)

/** Ages are of the children that were there before. */
function countsOf(before: JsonObject, { adults, children }: Values): JsonObject {
  const isSame = (before.children ?? 0) === (children ?? 0)
  const { childAges: _, childBuckets: __, ...counts } = before
  return { ...(isSame ? before : counts), adults: adults ?? 0, children: children ?? 0 }
}

const TIMES = { reservationExpectedArrivalTime: 0, reservationExpectedDepartureTime: 1 } as const

/** The hours stay, on the new days. */
function shifted(times: JsonObject, ...days: [string, string]): JsonObject {
  const moved = Object.entries(TIMES).flatMap(([name, index]) => {
    const time = times[name]
    return typeof time === 'string' ? [[name, `${days[index]}${time.slice(10)}`] as const] : []
  })
  return { ...times, ...Object.fromEntries(moved) }
}

interface Days {
  readonly first: string
  readonly last: string
}

/**
 * Ranges of nights for exactly these days: cut where they reach beyond, the first and the last one made longer where they
 * are too short. One that has no days is of the whole stay.
 */
function within<T extends Nights>(ranges: readonly T[], { first, last }: Days): T[] {
  const inside = ranges.filter(({ start, end }) => (start ?? first) <= last && (end ?? last) >= first)
  // A stay that moved away from all of its nights keeps what its first one was.
  const left = inside.length > 0 ? inside : ranges.slice(0, 1)
  return left.map((range, index) => ({
    ...range,
    start: index === 0 ? first : later(range.start ?? first, first),
    end: index === left.length - 1 ? last : earlier(range.end ?? last, last),
  }))
}

const later = (one: string, other: string) => (one > other ? one : other)
const earlier = (one: string, other: string) => (one < other ? one : other)

/** `fixedRate` keeps prices; without any the vendor takes those of the rate plan. */
function priced(segment: Segment, days: Days, isRepriced: boolean): Segment {
  const { rates, total: _, totalPoints: __, ...kept } = segment
  if (isRepriced) return { ...kept, fixedRate: false } as Segment
  const own = { first: segment.start ?? days.first, last: segment.end ?? days.last }
  const rate = rates?.rate && within(rates.rate, own).map(({ total: _total, ...night }) => night)
  return { ...kept, ...(rates && { rates: { ...rates, ...(rate && { rate }) } }), fixedRate: true } as Segment
}
