import { type CalendarSeries, readCalendar } from '../calendar/read-calendar.ts'
import type { Sql } from '../platform/database/database.ts'
import { dayNumber, dayOf } from '../records/days.ts'
import { syncedAvailability } from '../sync/synced/availability.ts'
import { syncedRate } from '../sync/synced/rate.ts'
import type { AvailabilityRange, ChannelDays, RateRange, RateValue } from './channel.ts'
import type { ChannelRow } from './rows.ts'

/** What a hotel sells, a value a day of `days`, by the channel's ids. */
export interface Selling {
  readonly days: ChannelDays
  readonly availability: ReadonlyMap<string, readonly number[]>
  readonly rates: ReadonlyMap<string, readonly RateValue[]>
}

const CLOSED: RateValue = {
  ...{ amounts: [], isClosed: true, isClosedToArrival: false, isClosedToDeparture: false },
  ...{ minStayArrival: 1, minStayThrough: 1, maxStay: 0 },
}
/** More than any house has: a room type and plan a series, and one more for another currency. */
const MAX_SERIES = 100_000

type Where = Pick<ChannelRow, 'hotelId' | 'provider' | 'rooms' | 'plans' | 'currency'>

/** As the PMS said last. What it has not said, or says in another currency, is not sold. */
export async function readSelling(sql: Sql, row: Where, days: ChannelDays): Promise<Selling> {
  const query = { hotelId: row.hotelId, ...days, maxSeries: MAX_SERIES }
  const only = (field: string, ids: readonly string[]) => ({
    [field]: ids.map((externalId) => ({ provider: row.provider, externalId })),
  })
  const [rooms, plans] = await Promise.all([
    readCalendar(sql, syncedAvailability, {
      ...query,
      only: only('roomTypeExternalId', unique(row.rooms.map((one) => one.roomTypeExternalId))),
      attributes: ['available'],
    }),
    readCalendar(sql, syncedRate, {
      ...query,
      only: only('ratePlanExternalId', unique(row.plans.map((one) => one.ratePlanExternalId))),
      attributes: RATE_ATTRIBUTES,
    }),
  ])
  const length = dayNumber(days.to) - dayNumber(days.from) + 1
  const seriesOf = (list: readonly CalendarSeries[] | null, wanted: Readonly<Record<string, string>>) =>
    list?.find(({ externalIds, currency }) =>
      Object.entries(wanted).every(([name, id]) => (name === 'currency' ? currency : externalIds[name]) === id),
    )
  return {
    days,
    availability: new Map(
      row.rooms.map(({ channelId, roomTypeExternalId }) => {
        const left = seriesOf(rooms, { roomTypeExternalId })?.lists.available as Line | undefined
        return [channelId, Array.from({ length }, (_, day) => Math.max(0, Number(left?.[day] ?? 0)))]
      }),
    ),
    rates: new Map(
      row.plans.map(({ channelId, roomTypeExternalId, ratePlanExternalId }) => {
        const series = seriesOf(plans, { roomTypeExternalId, ratePlanExternalId, currency: row.currency })
        return [channelId, Array.from({ length }, (_, day) => (series === undefined ? CLOSED : rateOn(series, day)))]
      }),
    ),
  }
}

type Line = readonly (number | string | boolean | null)[] | null

const RATE_ATTRIBUTES = [
  ...['amounts', 'closed', 'closedToArrival', 'closedToDeparture', 'minStayArrival', 'minStayThrough', 'maxStay'],
]
const unique = (ids: readonly string[]) => [...new Set(ids)]

function rateOn({ lists }: CalendarSeries, day: number): RateValue {
  const on = (name: string) => (lists[name] as Line | undefined)?.[day] ?? null
  const byPersons = (lists.amounts ?? []) as readonly NonNullable<Line>[]
  const amounts = byPersons.map((line) => line[day] ?? null)
  // A price that is missing between others is none: nobody knows what these persons pay.
  const isPriced = amounts.length > 0 && amounts.every((amount) => amount !== null)
  return {
    amounts: isPriced ? amounts.map(Number) : [],
    isClosed: !isPriced || on('closed') === true,
    isClosedToArrival: on('closedToArrival') === true,
    isClosedToDeparture: on('closedToDeparture') === true,
    minStayArrival: Math.max(1, Number(on('minStayArrival') ?? 1)),
    minStayThrough: Math.max(1, Number(on('minStayThrough') ?? 1)),
    maxStay: Number(on('maxStay') ?? 0),
  }
}

/** Nothing is sold on any day. Prices and restrictions stay as they are there. */
export function closedSelling({ rooms }: Pick<ChannelRow, 'rooms'>, days: ChannelDays): Selling {
  const length = dayNumber(days.to) - dayNumber(days.from) + 1
  return {
    days,
    rates: new Map(),
    availability: new Map(rooms.map(({ channelId }) => [channelId, Array(length).fill(0)])),
  }
}

/** Days that are wanted of each id; left out: all of an id that is there. */
export type Wanted = ReadonlyMap<string, readonly ChannelDays[]>

export const availabilityRanges = ({ days, availability }: Selling, wanted?: Wanted): AvailabilityRange[] =>
  rangesOf(days, availability, wanted).map(({ value, ...range }) => ({ ...range, available: value }))

export const rateRanges = ({ days, rates }: Selling, wanted?: Wanted): RateRange[] => rangesOf(days, rates, wanted)

/** Days that follow each other and say the same are one range. */
export function rangesOf<Value>(days: ChannelDays, values: ReadonlyMap<string, readonly Value[]>, wanted?: Wanted) {
  const first = dayNumber(days.from)
  const ranges: { channelId: string; from: string; to: string; value: Value }[] = []
  for (const [channelId, list] of values) {
    const isWanted = wantedDays(first, list.length, wanted?.get(channelId), wanted === undefined)
    let before = -2
    let said = ''
    for (const [day, value] of list.entries()) {
      if (!isWanted(day)) continue
      const says = JSON.stringify(value)
      const last = ranges.at(-1)
      if (last?.channelId === channelId && before === day - 1 && said === says) last.to = dayOf(first + day)
      else ranges.push({ channelId, from: dayOf(first + day), to: dayOf(first + day), value })
      before = day
      said = says
    }
  }
  return ranges
}

function wantedDays(first: number, length: number, wanted: readonly ChannelDays[] | undefined, isAll: boolean) {
  if (isAll) return () => true
  const marks = new Uint8Array(length)
  for (const { from, to } of wanted ?? []) {
    marks.fill(1, Math.max(0, dayNumber(from) - first), Math.max(0, dayNumber(to) - first + 1))
  }
  return (day: number) => marks[day] === 1
}
