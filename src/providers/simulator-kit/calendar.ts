import { dayNumber, dayOf } from '../../records/days.ts'
import type { NightsOf } from './nights.ts'
import { nightlyRate } from './prices.ts'
import { mixSeed, Random } from './random.ts'

/** What a rate plan and room type cost on a run of days, before a vendor's wire format is put over it. */
export interface SimulatedRates {
  readonly ratePlanId: string
  readonly roomTypeId: string
  readonly currency: string
  readonly from: string
  readonly to: string
  /** For one and for two persons, in minor units. */
  readonly amounts: readonly [number[], number[]]
  readonly closed: boolean[]
  readonly minStay: number[]
}

export interface SimulatedRooms {
  readonly roomTypeId: string
  readonly from: string
  readonly to: string
  readonly physical: number[]
  readonly sold: number[]
}

interface Days {
  readonly from: string
  readonly to: string
}

const HOUR_MS = 3_600_000
/** Of the nights of a room type, those whose price moves within an hour. */
const MOVING = 0.01

/** Prices of one rate plan for all room types. They move: hour by hour some nights get another one. */
export function simulatedRates(hotel: NightsOf, planIndex: number, days: Days): SimulatedRates[] {
  const { collections, currency, clock } = hotel
  const plan = collections.ratePlans.ledger.entries[planIndex]
  if (plan === undefined) return []
  const hour = Math.floor(clock.now().getTime() / HOUR_MS)
  return collections.roomTypes.ledger.entries.map((type) => {
    const nights = numbersOf(days).map((day) => nightOf(type.index, plan.index, day, hour, currency))
    return {
      ratePlanId: plan.id,
      roomTypeId: type.id,
      currency,
      ...days,
      amounts: [nights.map(({ price }) => price), nights.map(({ price }) => Math.round(price * 1.15))],
      closed: nights.map(({ isClosed }) => isClosed),
      minStay: nights.map(({ isWeekend }) => (isWeekend ? 2 : 1)),
    }
  })
}

/** Rooms of each type. */
export function simulatedRooms({ collections }: NightsOf, days: Days): SimulatedRooms[] {
  return collections.roomTypes.ledger.entries.map((entry) => {
    const physical = collections.roomTypes.read(entry).roomCount ?? 0
    const numbers = numbersOf(days)
    const sold = numbers.map((day) => new Random(mixSeed(11, entry.index, day)).int(0, physical))
    return { roomTypeId: entry.id, ...days, physical: numbers.map(() => physical), sold }
  })
}

const numbersOf = ({ from, to }: Days) =>
  Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, i) => dayNumber(from) + i)

function nightOf(type: number, plan: number, day: number, hour: number, currency: string) {
  const random = new Random(mixSeed(9, type, plan, day))
  // 1 January 1970 was a Thursday.
  const isWeekend = (day + 4) % 7 >= 5
  const isMoved = new Random(mixSeed(10, type, plan, day, hour)).chance(MOVING)
  const base = nightlyRate(currency, Math.min(type / 5, 1), random)
  const price = Math.round(base * (1 - plan * 0.02) * (isWeekend ? 1.2 : 1) * (isMoved ? 1.07 : 1))
  return { price, isWeekend, isClosed: random.chance(0.02) }
}

/** Windows of a vendor that answers so many days at a time: they cut months. */
export function windowsWithin({ from, to }: Days, length: number): Days[] {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  return Array.from({ length: Math.ceil((last - first + 1) / length) }, (_, i) => ({
    from: dayOf(first + i * length),
    to: dayOf(Math.min(last, first + (i + 1) * length - 1)),
  }))
}
