import { dayNumber } from '../../records/days.ts'
import type { SpanKind } from '../../records/entity-type.ts'
import type { DayRange } from '../provider.ts'
import type { SimulatedNight } from '../simulator.ts'
import type { SimulatedHotel } from './simulator.ts'

/** What the hotel sells on a day, as its revenue manager has it in mind, in the words of records. */
export type SimulatedNights = {
  readonly [K in SpanKind]?: (hotel: NightsOf, day: number) => readonly Omit<SimulatedNight, 'day'>[]
}

export type NightsOf = Pick<SimulatedHotel, 'collections' | 'currency' | 'clock'>

export function nightsBetween(nights: SimulatedNights, hotel: NightsOf, kind: SpanKind, { from, to }: DayRange) {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return days.flatMap((day) => nights[kind]?.(hotel, day).map((night) => ({ day, ...night })) ?? [])
}
