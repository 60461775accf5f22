import { dayOf } from '../../../records/days.ts'

/** What the hotel sells, as its revenue manager has it in mind; the vendor makes columns and restrictions of it. */

const SUITE = 3
export const isWeekend = (day: number) => [0, 6].includes(new Date(dayOf(day)).getUTCDay())
const dateOf = (day: number) => Number(dayOf(day).slice(8))

/** Of a full room, in units of the currency. Each time that somebody has worked on the rate it costs more. */
export const priceOf = (rate: number, edits: number, type: number, day: number) =>
  90 + rate * 4 + edits * 3 + type * 15 + (isWeekend(day) ? 25 : 0) + dateOf(day)

/** What an empty bed, one person more and one child more change. */
export const EMPTY_UNIT = -10
export const EXTRA_UNIT = 20
export const EXTRA_CHILD = 12

/** A day of a category. Now and then the hotel holds back a room more than it has. */
export function countsOf(type: number, day: number) {
  const ActiveResources = 6 + type
  const OutOfOrderBlocks = day % 13 === 0 ? 1 : 0
  return {
    ActiveResources,
    UsableResources: ActiveResources - OutOfOrderBlocks,
    OutOfOrderBlocks,
    Occupied: isWeekend(day) ? ActiveResources : day % 5,
    ConfirmedReservations: day % 5,
    OptionalReservations: 0,
    OtherServiceReservationCount: day % 17 === 0 ? 1 : 0,
    PublicAvailabilityAdjustment: day % 11 === 0 ? -1 : 0,
    BlockAvailability: 0,
    AllocatedBlockAvailability: 0,
    HouseUse: 0,
  }
}

/** What is sold of a category under a rate on a day: as a record says it in the end. */
export function rulesOn(rate: number, type: number, day: number) {
  const date = dateOf(day)
  return {
    closed: rate === 0 && type === 1 && date <= 3,
    closedToArrival: date === 24,
    closedToDeparture: type >= SUITE && date === 25,
    minStayArrival: isWeekend(day) ? 2 : null,
    minStayThrough: date <= 14 ? 3 : null,
    maxStay: 14,
    cutoffDays: isWeekend(day) ? 1 : null,
  }
}

/** @returns left to sell; negative when more is sold than there is */
export function roomsLeft(type: number, day: number): number {
  const counts = countsOf(type, day)
  const taken = counts.Occupied + counts.OtherServiceReservationCount
  return counts.UsableResources - taken + counts.PublicAvailabilityAdjustment
}
