import type { AvailabilitySeries, RateSeries, RoomType } from './query.ts'

/** A line of the calendar: what is left of a room type, or what a plan of it costs. */
export type CalendarLine = TypeLine | PlanLine

export interface TypeLine {
  readonly kind: 'type'
  /** Names it in the address. */
  readonly key: string
  readonly name: string
  /** Id of the room type in this service; null until it is synced. */
  readonly id: string | null
  readonly provider: string
  readonly roomTypeExternalId: string
  readonly series: AvailabilitySeries | null
  readonly isOpen: boolean
}

export interface PlanLine {
  readonly kind: 'plan'
  readonly key: string
  readonly name: string
  /** The room type's. */
  readonly of: string
  readonly provider: string
  readonly roomTypeExternalId: string
  readonly series: RateSeries
}

const typeKey = (provider: string, externalId: string) => `${provider}:${externalId}`

/** Every room type that is known or sold, by its name. */
export function typeLines(types: readonly RoomType[], series: readonly AvailabilitySeries[]): TypeLine[] {
  const known = new Map(types.map((type) => [typeKey(type.provider, type.externalId), type]))
  const sold = new Map(series.map((each) => [typeKey(each.provider, each.roomTypeExternalId), each]))
  const lines = [...new Set([...known.keys(), ...sold.keys()])].flatMap((key): TypeLine[] => {
    const [type, availability] = [known.get(key), sold.get(key)]
    const provider = type?.provider ?? availability?.provider
    const roomTypeExternalId = type?.externalId ?? availability?.roomTypeExternalId
    if (provider === undefined || roomTypeExternalId === undefined) return []
    const name = type?.name ?? `Room type ${roomTypeExternalId}`
    const common = { kind: 'type' as const, key, name, provider, roomTypeExternalId, isOpen: false }
    return [{ ...common, id: type?.id ?? null, series: availability ?? null }]
  })
  return lines.sort((a, b) => a.name.localeCompare(b.name))
}

/** The types with the plans of those that are open below them. */
export function calendarLines(
  types: readonly TypeLine[],
  open: ReadonlySet<string>,
  rates: readonly RateSeries[],
): CalendarLine[] {
  return types.flatMap((type): CalendarLine[] => {
    if (!open.has(type.key)) return [type]
    const plans = rates.filter((each) => typeKey(each.provider, each.roomTypeExternalId) === type.key)
    return [{ ...type, isOpen: true }, ...plans.map((series) => planLine(type, series))]
  })
}

const planLine = (type: TypeLine, series: RateSeries): PlanLine => ({
  kind: 'plan',
  key: `${type.key}:${series.ratePlanExternalId}:${series.currency}`,
  name: series.ratePlan?.name ?? `Rate plan ${series.ratePlanExternalId}`,
  of: type.name,
  provider: series.provider,
  roomTypeExternalId: type.roomTypeExternalId,
  series,
})
