import { PmsIntegrationError } from '../../../errors.ts'
import { dayNumber, dayOf } from '../../../records/days.ts'
import { spanDays } from '../../span-days.ts'

interface OfDay {
  readonly date: string
}

/** The days from the first to the last one that is told of, and what makes lists with a value for each of them. */
export function alignedDays(told: readonly OfDay[]) {
  const numbers = told.map(({ date }) => dayNumber(date))
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  const [from, to] = [dayOf(first), dayOf(last)]
  const length = spanDays(from, to)
  return {
    from,
    to,
    /** @throws PmsIntegrationError RECORD_INVALID for a day that is told twice */
    listOf<T extends OfDay, Value>(days: readonly T[], pick: (day: T) => Value): (Value | null)[] {
      const values: (Value | null)[] = Array.from({ length }, () => null)
      for (const day of days) {
        const place = dayNumber(day.date) - first
        if (values[place] !== null) throw twice(day.date)
        values[place] = pick(day)
      }
      return values
    },
  }
}

const twice = (date: string) =>
  new PmsIntegrationError('RECORD_INVALID', `date ${date} is told twice`, { field: 'date' })
