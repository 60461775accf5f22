import { dayNumber, dayOf } from '../records/days.ts'
import type { ChannelDays, ChannelView } from './channel.ts'
import type { Selling, Wanted } from './selling.ts'

/** Days on which a channel sells something else than it should, by its ids. What it does not tell of is not compared. */
export function differences(selling: Selling, view: ChannelView): { availability: Wanted; rates: Wanted } {
  const first = dayNumber(selling.days.from)
  const of = <Value>(
    values: ReadonlyMap<string, readonly Value[]>,
    isSame: (id: string, day: string, value: Value) => boolean,
  ) => {
    const found = new Map<string, ChannelDays[]>()
    for (const [channelId, list] of values) {
      const days: { from: string; to: string }[] = []
      let before = -2
      for (const [index, value] of list.entries()) {
        const day = dayOf(first + index)
        if (isSame(channelId, day, value)) continue
        const last = days.at(-1)
        if (last !== undefined && before === index - 1) last.to = day
        else days.push({ from: day, to: day })
        before = index
      }
      if (days.length > 0) found.set(channelId, days)
    }
    return found
  }
  return {
    availability: of(selling.availability, (id, day, available) => (view.availability(id, day) ?? 0) === available),
    rates: of(selling.rates, (id, day, { isClosed, amounts }) => {
      const shown = view.rate(id, day)
      if (isClosed) return shown === undefined || shown.isClosed
      if (shown === undefined || shown.isClosed) return false
      // Of prices by persons it shows one.
      return amounts.length > 1 || shown.amount === null || shown.amount === amounts[0]
    }),
  }
}
