import type { GraphQLResolveInfo } from 'graphql'
import { type CalendarSeries, type ExternalIdOf, readCalendar, readTrueAsOf } from '../../calendar/read-calendar.ts'
import { badUserInput } from '../../errors.ts'
import { dayNumber, dayOf } from '../../records/days.ts'
import type { RateArgs } from '../../schema/inputs/calendar.ts'
import { hotelNotFound } from '../../security/policy.ts'
import type { Slot } from '../../sync/store/spans/lines.ts'
import type { SpanEntity } from '../../sync/synced/synced-entity.ts'
import type { ApiContext } from '../access/context.ts'
import { requireUuids } from '../loaders/uuid.ts'
import { selectedBelow } from '../paging/projection.ts'
import { type KnownDays, knownDays } from './known-days.ts'

/** What one call may ask for; see docs/calendar.md. */
const MAX_DAYS = 400
const MAX_CELLS = 100_000
/** An object a day is several times the work of a value in a list. */
const MAX_DAY_OBJECTS = 25_000

/** A series as its resolvers get it: the lists that were asked for, and the days that they are of. */
export interface AnsweredSeries extends Readonly<Record<string, unknown>> {
  readonly hotelId: string
  readonly provider: string
  readonly dates: readonly string[]
}

/** Reads a calendar, of it what is selected. @throws PmsIntegrationError NOT_FOUND, BAD_USER_INPUT naming the argument */
export async function answerCalendar<Calendar>(
  context: ApiContext,
  entity: SpanEntity,
  hotelId: string,
  args: RateArgs,
  info: GraphQLResolveInfo,
): Promise<Calendar> {
  const { from, to } = args
  const days = daysWithin(args)
  const [only, selected] = [await onlyOf(context, hotelId, args), selectionOf(info)]
  const hotel = await context.loaders.hotel.load(hotelId)
  if (hotel === null) throw hotelNotFound()
  const maxSeries = Math.floor((selected.hasDayObjects ? MAX_DAY_OBJECTS : MAX_CELLS) / days.length)
  const query = { hotelId, from, to, only, maxSeries, attributes: selected.attributes }
  const [series, trueAsOf, freshness] = await Promise.all([
    readCalendar(context.database, entity, query),
    readTrueAsOf(context.database, entity, hotelId),
    KNOWN.some((field) => selected.attributes.includes(field)) ? context.loaders.freshness.load(hotelId) : [],
  ])
  if (series === null) throw tooMuch(selected.hasDayObjects)
  const asked = { dates: days, timeZone: hotel.timeZone, now: context.clock.now() }
  const known = memoized((provider: string) => knownDays(entity, freshness, { ...asked, provider }))
  return { days, trueAsOf, series: series.map((one) => answered(hotelId, one, days, known(one.provider))) } as Calendar
}

const KNOWN = ['trueAsOf', 'freshness'] satisfies (keyof KnownDays)[]

/** Series are many, and their providers one or two. */
function memoized<Value>(make: (key: string) => Value) {
  const made = new Map<string, Value>()
  return (key: string): Value => {
    const value = made.get(key) ?? make(key)
    made.set(key, value)
    return value
  }
}

const answered = (
  hotelId: string,
  { provider, currency, externalIds, lists }: CalendarSeries,
  dates: readonly string[],
  known: KnownDays,
): AnsweredSeries => ({
  hotelId,
  provider,
  currency,
  ...externalIds,
  ...lists,
  ...known,
  dates,
})

function daysWithin({ from, to }: RateArgs): string[] {
  const first = dayNumber(from)
  const count = dayNumber(to) - first + 1
  if (count < 1) throw badUserInput('to', 'must not be before `from`')
  if (count > MAX_DAYS) throw badUserInput('to', `must be within ${MAX_DAYS} days from \`from\`, both included`)
  return Array.from({ length: count }, (_, i) => dayOf(first + i))
}

function tooMuch(hasDayObjects: boolean) {
  const most = hasDayObjects ? `${MAX_DAY_OBJECTS} day objects; lists have more` : `${MAX_CELLS} cells`
  return badUserInput('to', `One call answers at most ${most}. Ask for fewer days, room types or rate plans.`)
}

async function onlyOf(context: ApiContext, hotelId: string, { ratePlanIds, roomTypeIds }: RateArgs) {
  const only: Record<string, readonly ExternalIdOf[]> = {}
  if (ratePlanIds)
    only.ratePlanExternalId = await externalIdsOf(context, 'RATE_PLAN', hotelId, ratePlanIds, 'ratePlanIds')
  if (roomTypeIds)
    only.roomTypeExternalId = await externalIdsOf(context, 'ROOM_TYPE', hotelId, roomTypeIds, 'roomTypeIds')
  return only
}

async function externalIdsOf(
  { loaders }: ApiContext,
  type: 'RATE_PLAN' | 'ROOM_TYPE',
  hotelId: string,
  ids: readonly string[],
  field: string,
): Promise<ExternalIdOf[]> {
  requireUuids(field, ids)
  const rows = await Promise.all(ids.map((id) => loaders.rows[type].load(id)))
  return rows.map((row, i) => {
    if (row === null || row.hotelId !== hotelId) throw badUserInput(field, `This hotel has no such one: ${ids[i]}`)
    return { provider: row.provider, externalId: row.externalId }
  })
}

function selectionOf(info: GraphQLResolveInfo) {
  const lists = selectedBelow(info, 'series')
  const objects = selectedBelow(info, 'series', 'days')
  return { attributes: [...new Set([...lists, ...objects])], hasDayObjects: lists.has('days') }
}

/** Of lists with a value a day, an object a day. */
export function dayObjects<Day>(series: AnsweredSeries): Day[] {
  const lists = Object.entries(series).filter(([field, list]) => Array.isArray(list) && field !== 'dates') as [
    string,
    readonly Slot[] | readonly (readonly Slot[])[],
  ][]
  return series.dates.map((date, day) => {
    const values: Record<string, unknown> = { date }
    for (const [field, list] of lists) values[field] = valueOn(list, day)
    return values as Day
  })
}

function valueOn(list: readonly Slot[] | readonly (readonly Slot[])[], day: number): unknown {
  if (!Array.isArray(list[0])) return list[day]
  const byPersons = (list as readonly (readonly Slot[])[]).map((line) => line[day] ?? null)
  return byPersons.every((slot) => slot === null) ? null : byPersons
}
