import { text } from '../../ui/table/paging.ts'

/** The address of the calendar. */
export interface CalendarSearch {
  /** `2026-12`; without: the hotel's month of today. */
  readonly month?: string | undefined
  /** Guests that a price is for. */
  readonly persons?: number | undefined
  /** Keys of the room types whose plans are shown, joined by spaces; without: the first one. */
  readonly open?: string | undefined
  /** The night whose history is shown, with its series. */
  readonly night?: string | undefined
  readonly series?: string | undefined
}

export const MAX_PERSONS = 6
export const DEFAULT_PERSONS = 2

const matching = (value: unknown, pattern: RegExp) =>
  typeof value === 'string' && pattern.test(value) ? value : undefined

export const calendarSearch = (search: Record<string, unknown>): CalendarSearch => {
  const persons = Number(search.persons)
  return {
    month: matching(search.month, /^\d{4}-(0[1-9]|1[0-2])$/),
    persons: Number.isInteger(persons) && persons >= 1 && persons <= MAX_PERSONS ? persons : undefined,
    open: typeof search.open === 'string' ? search.open : undefined,
    night: matching(search.night, /^\d{4}-\d\d-\d\d$/),
    series: text(search.series),
  }
}
