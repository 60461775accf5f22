import { dayNumber, dayOf } from '../../../records/days.ts'
import { minorUnitsOf } from '../../money.ts'
import type { SimulatedNights } from '../../simulator-kit/nights.ts'
import type { SimulatorAnswer } from '../../simulator-kit/server.ts'
import { RANGE_DAYS, SCHEDULE_DAYS, SCHEDULE_PAGE } from '../limits.ts'
import { empty, envelopeOf, ok, problem } from './answers.ts'
import { EXTRA_PERSON, monthsOf, priceOf, roomsLeft, rulesOf } from './calendar.ts'
import { HOTEL } from './render.ts'
import type { Views } from './views.ts'
import { daysOf, type WholeList } from './whole-lists.ts'

/** More rules than these are not shown at once. */
const MOST_RULES = 16
const PERSONS = ['onePersonRate', 'twoPersonRate', 'threePersonRate'] as const

const codesOf = (views: Views, kind: 'ratePlans' | 'roomTypes') => views(kind).map(({ entry }) => entry.id)

/** A plan's prices: two ranges a month and room type, of weekends and of the other days. */
export function schedules(code: string, query: URLSearchParams, views: Views): SimulatorAnswer {
  const days = daysOf(query, 'startDate', 'endDate', SCHEDULE_DAYS)
  const [limit, offset] = [Number(query.get('limit') ?? 20), Number(query.get('offset') ?? 0)]
  if (days === null || !(limit >= 1 && limit <= SCHEDULE_PAGE && offset >= 0)) return problem(400, 'RTP00001')
  const plan = codesOf(views, 'ratePlans').indexOf(code)
  if (plan < 0) return problem(404)
  const rows = codesOf(views, 'roomTypes').flatMap((type, i) =>
    [...monthsOf(...days)].flatMap(([start, end]) => [
      scheduleOf(plan, i, type, start, end, true),
      scheduleOf(plan, i, type, start, end, false),
    ]),
  )
  const shown = rows.slice(offset, offset + limit)
  if (shown.length === 0) return empty
  const envelope = envelopeOf(offset, limit, shown.length, rows.length)
  const ratePlanScheduleList = { ratePlanSchedule: shown, ...HOTEL_ONLY, ratePlanCode: code, ...envelope }
  return ok({ ratePlanScheduleList, links: [] })
}

const HOTEL_ONLY = { hotelId: HOTEL.hotelId }

function scheduleOf(plan: number, type: number, code: string, start: string, end: string, weekend: boolean) {
  const sample = weekend ? SATURDAY : SATURDAY - 1
  // All days of a month and kind have one price: that of any of them.
  const like = sampleIn(start, sample)
  const rateAmounts = Object.fromEntries(PERSONS.map((name, i) => [name, priceOf(plan, type, like, i + 1)]))
  const marks = weekend
    ? { saturday: true, sunday: true }
    : { monday: true, tuesday: true, wednesday: true, thursday: true, friday: true }
  return {
    ratePlanScheduleId: { id: `${code}.${start}.${weekend ? 'E' : 'D'}`, type: 'RatePlanScheduleId' },
    ratePlanScheduleDetail: {
      rateAmounts: { ...rateAmounts, extraPersonRate: EXTRA_PERSON },
      start,
      end,
      roomTypeList: [code],
      ...marks,
    },
  }
}

const SATURDAY = 6

/** A day of the same month that is on this day of the week. */
function sampleIn(start: string, weekday: number): number {
  const first = dayNumber(`${start.slice(0, 7)}-01`)
  return first + ((weekday - new Date(dayOf(first)).getUTCDay() + 7) % 7)
}

export const restrictions: WholeList = (query, views) => {
  const days = daysOf(query, 'restrictionSearchCriteriaStartDate', 'end')
  if (days === null) return problem(400, 'PAR00001')
  const [plan = '', type = ''] = [codesOf(views, 'ratePlans')[0], codesOf(views, 'roomTypes')[1]]
  const rules = [...monthsOf(...days)]
    .flatMap(([first]) => rulesOf(first.slice(0, 7), plan, type))
    .filter(({ start, end }) => start <= days[1] && end >= days[0])
  if (rules.length === 0) return empty
  const restrictionSets = rules.slice(0, MOST_RULES)
  const hasMore = restrictionSets.length < rules.length
  const restrictionsByDateRange = { restrictionsByDateRange: { restrictionSets, ...HOTEL_ONLY, hasMore } }
  return ok({ restrictionsByDateRange, links: [] })
}

export const inventory: WholeList = (query, views) => {
  const days = daysOf(query, 'dateRangeStart', 'dateRangeEnd', RANGE_DAYS)
  if (days === null || !query.has('roomCountRequested')) return problem(400, 'INV00001')
  const roomTypeInventories = codesOf(views, 'roomTypes').map((code, type) => ({
    code,
    inventoryCounts: countsOf(type, days),
  }))
  return roomTypeInventories.length === 0 ? empty : ok({ hotelInventories: [{ roomTypeInventories }], links: [] })
}

const countsOf = (type: number, [from, to]: readonly [string, string]) =>
  Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, i) => {
    const day = dayNumber(from) + i
    const availableCount = roomsLeft(type, day)
    return { startDate: dayOf(day), endDate: dayOf(day), availableCount, available: availableCount > 0 }
  })

const sortedIds = (collection: { readonly ledger: { readonly entries: readonly { readonly id: string }[] } }) =>
  collection.ledger.entries.map(({ id }) => id).sort()

/** Under the rules of calendar.ts, worked out by hand. */
export const nights: SimulatedNights = {
  rates({ collections, currency }, day) {
    const date = Number(dayOf(day).slice(8))
    const types = sortedIds(collections.roomTypes)
    const money = (units: number) => minorUnitsOf(units, currency)
    return sortedIds(collections.ratePlans).flatMap((ratePlanExternalId, plan) =>
      types.map((roomTypeExternalId, type) => ({
        about: { ratePlanExternalId, roomTypeExternalId, currency },
        values: {
          amounts: PERSONS.map((_, persons) => money(priceOf(plan, type, day, persons + 1))),
          extraAdult: money(EXTRA_PERSON),
          closed: plan === 0 && type === 1 && date <= 3,
          closedToArrival: date === 24,
        },
      })),
    )
  },
  availability: ({ collections }, day) =>
    sortedIds(collections.roomTypes).map((roomTypeExternalId, type) => ({
      about: { roomTypeExternalId },
      values: { available: roomsLeft(type, day) },
    })),
}
