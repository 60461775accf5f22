import { dayNumber, dayOf } from '../../../records/days.ts'

/** What the hotel sells, as its revenue manager has it in mind. */

const isWeekend = (day: number) => [0, 6].includes(new Date(dayOf(day)).getUTCDay())
const dateOf = (day: number) => Number(dayOf(day).slice(8))

/** In units of the currency. */
export const priceOf = (rate: number, day: number) => 80 + rate * 5 + (isWeekend(day) ? 30 : 0) + dateOf(day)

/** Fewer on weekends. */
export const roomsLeft = (type: number, day: number) => 3 + type - (isWeekend(day) ? 3 : 0)

/** A day of a rate, as the vendor tells it: 0 where there is no limit. */
export function renderDay(rate: number, type: number, day: number) {
  return {
    date: dayOf(day),
    rateBase: priceOf(rate, day),
    totalRate: priceOf(rate, day),
    roomsAvailable: roomsLeft(type, day),
    closedToArrival: dateOf(day) === 24,
    closedToDeparture: dateOf(day) === 25,
    blocked: rate === 1 && dateOf(day) <= 3,
    minLos: isWeekend(day) ? 2 : 1,
    maxLos: dateOf(day) <= 14 ? 7 : 0,
    cutOff: rate === 2 ? 3 : 0,
    lastMinuteBooking: 0,
  }
}

/** The nights of a stay from one day to another. */
export const nightsOf = (startDate: string, endDate: string): number[] =>
  Array.from({ length: Math.max(dayNumber(endDate) - dayNumber(startDate), 0) }, (_, i) => dayNumber(startDate) + i)
