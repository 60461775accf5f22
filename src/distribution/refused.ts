import { dayNumber, dayOf } from '../records/days.ts'
import type { AvailabilityRange, ChannelDays, RateRange, Refusal } from './channel.ts'
import type { KnownRefusal } from './rows.ts'

/** Beyond so many a room type or plan is closed from the first of these days to the last. */
const MAX_REFUSED = 500

export interface Sent {
  readonly rooms: readonly AvailabilityRange[]
  readonly plans: readonly RateRange[]
  /** What was not taken of it. */
  readonly refusals: readonly Refusal[]
}

/** What is refused after a message: on days that it was about what it was answered, on others what was known before. */
export function refusedAfter(known: readonly KnownRefusal[], { rooms, plans, refusals }: Sent): KnownRefusal[] {
  const sentOf = ({ kind, channelId }: Refusal): readonly ChannelDays[] =>
    (kind === 'AVAILABILITY' ? rooms : plans).filter((range) => range.channelId === channelId)
  const kept = known.flatMap((one) => sentOf(one).reduce(withoutDays, [one]))
  const refused = [...kept, ...refusals.map((one) => ({ ...one, isClosed: false }))]
  return refused.length > MAX_REFUSED ? together(refused) : refused
}

function withoutDays(refused: KnownRefusal[], { from, to }: ChannelDays): KnownRefusal[] {
  return refused.flatMap((one) => {
    if (one.to < from || to < one.from) return [one]
    const before = one.from < from ? [{ ...one, to: dayOf(dayNumber(from) - 1) }] : []
    const after = to < one.to ? [{ ...one, from: dayOf(dayNumber(to) + 1) }] : []
    return [...before, ...after]
  })
}

function together(refused: readonly KnownRefusal[]): KnownRefusal[] {
  const groups = Map.groupBy(refused, ({ kind, channelId }) => `${kind} ${channelId}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const from = group.map((one) => one.from).reduce((a, b) => (a < b ? a : b))
    const to = group.map((one) => one.to).reduce((a, b) => (a > b ? a : b))
    return [{ ...first, from, to, isClosed: false }]
  })
}
