import { dayNumber, dayOf } from '../../../records/days.ts'

/** What the hotel sells, as its revenue manager has it in mind; the vendor makes ranges and rules of it. */

export const isWeekend = (day: number) => [0, 6].includes(new Date(dayOf(day)).getUTCDay())

/** Weekends and every other month are dearer, and so is each further person. In units of the currency. */
export function priceOf(plan: number, type: number, day: number, persons: number): number {
  const month = Number(dayOf(day).slice(5, 7))
  return 80 + plan * 5 + type * 20 + persons * 15 + (isWeekend(day) ? 30 : 0) + (month % 2) * 10
}

export const EXTRA_PERSON = 25

/** Fewer on weekends, and too few on the first of a month. */
export function roomsLeft(type: number, day: number): number {
  if (dayOf(day).endsWith('-01')) return -1
  return 3 + type - (isWeekend(day) ? 3 : 0)
}

/** The months that a range of days touches, each cut to the range. */
export function* monthsOf(from: string, to: string): Generator<readonly [first: string, last: string]> {
  const monthOf = (day: number) => dayOf(day).slice(0, 7)
  for (let first = dayNumber(from); first <= dayNumber(to); ) {
    let last = first
    while (last < dayNumber(to) && monthOf(last + 1) === monthOf(first)) last += 1
    yield [dayOf(first), dayOf(last)]
    first = last + 1
  }
}

/** Rules of the month that a day is in, by house, class, category, and plan and type. */
export function rulesOf(month: string, plan: string, type: string) {
  const [start, end] = [`${month}-01`, `${month}-28`]
  return [
    ruleOf({ house: true }, 'ClosedForArrival', { start: `${month}-24`, end: `${month}-24` }),
    ruleOf({ roomClass: 'ALL' }, 'MinimumLengthOfStay', { start, end, saturday: true }, 2),
    ruleOf({ ratePlanCategory: 'NEG' }, 'MinimumAdvanceBooking', { start, end }, 3),
    ruleOf({ ratePlanCode: plan, roomType: type }, 'Closed', { start, end: `${month}-03` }),
    ruleOf({ ratePlanCode: plan }, 'MinimumLengthOfStay', { start, end: `${month}-14` }, 3),
    ruleOf({ bookingChannelCode: 'OTA' }, 'Closed', { start, end }),
    ruleOf({ house: true }, 'Open', { start, end }),
  ]
}

const ruleOf = (
  restrictionControl: object,
  code: string,
  days: { start: string; end: string; saturday?: boolean },
  unit?: number,
) => ({
  restrictionControl,
  restrictionStatus: { code, unit },
  ...days,
})
