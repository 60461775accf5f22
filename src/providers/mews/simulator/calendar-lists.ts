import { dayNumber, dayOf, monthOf } from '../../../records/days.ts'
import { startOfDay, wallClockOf } from '../../local-time.ts'
import { decimalOf, minorUnitsOf } from '../../money.ts'
import type { SimulatedNights } from '../../simulator-kit/nights.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { CALENDAR_DAYS } from '../limits.ts'
import { countsOf, EMPTY_UNIT, EXTRA_CHILD, EXTRA_UNIT, priceOf, roomsLeft, rulesOn } from './calendar.ts'
import { CAPACITY } from './catalog.ts'
import { type CalendarParameters, isColliding, type Parameters } from './filters.ts'
import { CHILD_ID, idOf, RATE_GROUP_ID, SERVICE_ID } from './ids.ts'

/** The days between two moments at which days begin; null for other moments, and for too many. */
function daysOf({ FirstTimeUnitStartUtc: first, LastTimeUnitStartUtc: last }: CalendarParameters, timeZone: string) {
  const [from, to] = [first, last].map((start) => dayBeginningAt(start, timeZone))
  if (from == null || to == null || to < from || to - from >= CALENDAR_DAYS) return null
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

function dayBeginningAt(start: string, timeZone: string): number | null {
  const day = wallClockOf(new Date(start), timeZone).slice(0, 10)
  return startOfDay(day, timeZone).getTime() === Date.parse(start) ? dayNumber(day) : null
}

const startOf = (day: number, timeZone: string) => `${startOfDay(dayOf(day), timeZone).toISOString().slice(0, 19)}Z`

export function pricing(asked: CalendarParameters, { collections, currency, timeZone }: SimulatedHotel) {
  const days = daysOf(asked, timeZone)
  const rate = collections.ratePlans.ledger.entries.find(({ id }) => id === asked.RateId)
  if (days === null || rate === undefined) return null
  const amountsOf = (type: number) =>
    days.map((day) => amountOf(priceOf(rate.index, rate.revision, type, day), currency))
  const TimeUnitStartsUtc = days.map((day) => startOf(day, timeZone))
  return {
    ...{ Currency: currency, TimeUnitStartsUtc, BaseAmountPrices: amountsOf(0), CategoryAdjustments: [] },
    CategoryPrices: collections.roomTypes.ledger.entries.map(({ id, index }) => ({
      CategoryId: id,
      AmountPrices: amountsOf(index),
    })),
    AgeCategoryAdjustments: [
      { AgeCategoryId: CHILD_ID, AbsoluteValue: EXTRA_CHILD, Type: 'ExtraOccupancyAdjustment' },
      { AgeCategoryId: CHILD_ID, AbsoluteValue: 0, Type: 'StandardOccupancyAdjustment' },
    ],
    ...{ RelativeAdjustment: 0, AbsoluteAdjustment: 0 },
    ...{ EmptyUnitAdjustment: EMPTY_UNIT, ExtraUnitAdjustment: EXTRA_UNIT },
  }
}

function amountOf(units: number, currency: string) {
  const value = Number(decimalOf(minorUnitsOf(units, currency), currency))
  return { Currency: currency, NetValue: value, GrossValue: value, TaxValues: [], Breakdown: { Items: [] } }
}

export function availability(asked: CalendarParameters, { collections, timeZone }: SimulatedHotel) {
  const days = daysOf(asked, timeZone)
  if (days === null || asked.Metrics == null || asked.ServiceId == null) return null
  const types = asked.ServiceId === SERVICE_ID ? collections.roomTypes.ledger.entries : []
  return {
    TimeUnitStartsUtc: days.map((day) => startOf(day, timeZone)),
    ResourceCategoryAvailabilities: types.map(({ id, index }) => ({
      ResourceCategoryId: id,
      Metrics: Object.fromEntries(
        asked.Metrics?.map((metric) => [metric, days.map((day) => countsOf(index, day)[metric])]) ?? [],
      ),
    })),
  }
}

const ALL_DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const WEEKEND = ['Saturday', 'Sunday']

/** Of a service and of the months that are asked for; the hotel keeps one that lets everybody through who pays enough. */
export function restrictionsOf(asked: Parameters, { timeZone, collections }: SimulatedHotel) {
  const interval = asked.CollidingUtc
  if (asked.ServiceIds == null || interval == null) return null
  if (!asked.ServiceIds.includes(SERVICE_ID)) return []
  const [from, to] = [interval.StartUtc, interval.EndUtc].map((at) =>
    dayNumber(wallClockOf(new Date(at), timeZone).slice(0, 10)),
  ) as [number, number]
  const firstRate = collections.ratePlans.ledger.entries.find(({ index }) => index === 0)?.id ?? null
  const months: number[] = []
  for (let { first, length } = monthOf(from); first <= to; { first, length } = monthOf(first + length))
    months.push(first)
  const ofMonth = (month: number) => {
    const days = (first: number, last: number) => ({
      StartUtc: startOf(month + first - 1, timeZone),
      EndUtc: startOf(month + last - 1, timeZone),
    })
    return [
      { Type: 'Start', ...days(24, 24) },
      { Type: 'Stay', ExactRateId: firstRate, ResourceCategoryId: idOf('roomTypes', 1), ...days(1, 3) },
      { Type: 'End', ResourceCategoryType: 'Suite', ...days(25, 25) },
      { Type: 'Stay', ...days(1, 14), Exceptions: { MinLength: 'P0M3DT0H0M0S' } },
    ]
  }
  const always = [
    { Type: 'Start', RateGroupId: RATE_GROUP_ID, Days: WEEKEND, Exceptions: { MinLength: 'P0M2DT0H0M0S' } },
    { Type: 'Start', Days: WEEKEND, Exceptions: { MinAdvance: 'P0M0DT18H0M0S' } },
    { Type: 'Stay', Exceptions: { MaxLength: 'P0M14DT0H0M0S' } },
    { Type: 'Stay', Exceptions: { MinPrice: { Currency: 'EUR', Value: 20 } } },
  ]
  return [...always, ...months.flatMap(ofMonth)]
    .map(restriction)
    .filter(({ Conditions }) => isColliding(Conditions, interval))
}

const NO_EXCEPTION = {
  MinAdvance: null,
  MaxAdvance: null,
  MinLength: null,
  MaxLength: null,
  MinPrice: null,
  MaxPrice: null,
}

function restriction(
  { Exceptions = {}, ...Conditions }: { Type: string; Exceptions?: object; Days?: string[] },
  n: number,
) {
  return {
    ...{ Id: idOf('restrictions', n), ServiceId: SERVICE_ID, ExternalIdentifier: null, Origin: 'User' },
    Conditions: {
      ...{
        ExactRateId: null,
        BaseRateId: null,
        RateGroupId: null,
        ResourceCategoryId: null,
        ResourceCategoryType: null,
      },
      ...{ StartUtc: null as string | null, EndUtc: null as string | null, Days: ALL_DAYS, ...Conditions },
    },
    Exceptions: { ...NO_EXCEPTION, ...Exceptions },
  }
}

export const nights: SimulatedNights = {
  rates: ({ collections, currency }, day) =>
    collections.ratePlans.ledger.entries.flatMap((plan) =>
      collections.roomTypes.ledger.entries.map((type) => {
        const { capacity } = collections.roomTypes.read(type)
        const price = priceOf(plan.index, plan.revision, type.index, day)
        const more = (persons: number) =>
          Math.max(CAPACITY - persons, 0) * EMPTY_UNIT + Math.max(persons - CAPACITY, 0) * EXTRA_UNIT
        const amounts = Array.from({ length: capacity ?? CAPACITY }, (_, index) => price + more(index + 1))
        return {
          about: { ratePlanExternalId: plan.id, roomTypeExternalId: type.id, currency },
          values: {
            amounts: amounts.map((units) => minorUnitsOf(units, currency)),
            extraChild: minorUnitsOf(EXTRA_CHILD, currency),
            ...rulesOn(plan.index, type.index, day),
          },
        }
      }),
    ),
  availability: ({ collections }, day) =>
    collections.roomTypes.ledger.entries.map(({ id, index }) => {
      const { ActiveResources, OutOfOrderBlocks, Occupied } = countsOf(index, day)
      const values = { physical: ActiveResources, outOfOrder: OutOfOrderBlocks, sold: Occupied }
      return { about: { roomTypeExternalId: id }, values: { ...values, available: roomsLeft(index, day) } }
    }),
}
