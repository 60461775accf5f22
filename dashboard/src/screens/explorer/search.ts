import { choice, type PageSearch, pageSearch, text } from '../../ui/paging.ts'

/** How lately a row has changed, in ms. */
export const CHANGED = {
  hour: { word: 'In the last hour', ms: 3_600_000 },
  day: { word: 'In the last 24 hours', ms: 86_400_000 },
  week: { word: 'In the last 7 days', ms: 7 * 86_400_000 },
  month: { word: 'In the last 30 days', ms: 30 * 86_400_000 },
} as const

/** What narrows, orders and pages any list of the explorer, as the address holds it. */
export interface RowsSearch<Sort extends string = string> extends PageSearch {
  /** Beginnings of words. */
  readonly q?: string | undefined
  readonly provider?: string | undefined
  readonly changed?: keyof typeof CHANGED | undefined
  /** Also what the system no longer has. */
  readonly gone?: true | undefined
  readonly sort?: Sort | undefined
  readonly desc?: true | undefined
}

type Raw = Record<string, unknown>

const flag = (value: unknown) => (value === true || value === 'true' ? true : undefined)

/** A day of the hotel's calendar, or nothing. */
export const day = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined

export const keysOf = <T extends object>(choices: T) => Object.keys(choices) as (keyof T & string)[]

/** @param fields that the list can be ordered by */
export const rowsSearch = <Sort extends string>(search: Raw, fields: readonly Sort[]): RowsSearch<Sort> => ({
  ...pageSearch(search),
  q: text(search.q),
  provider: text(search.provider),
  changed: choice(search.changed, keysOf(CHANGED)),
  gone: flag(search.gone),
  sort: choice(search.sort, fields),
  desc: flag(search.desc),
})

/** Of the address; when it holds none, by `field`. */
export const orderOf = <Sort extends string>({ sort, desc }: RowsSearch<Sort>, field: Sort) => ({
  field: sort ?? field,
  direction: desc ? ('DESC' as const) : ('ASC' as const),
})

/** What every list's filter takes. `now` in ms since 1970. */
export const rowsFilter = ({ provider, changed, gone }: RowsSearch, now: number) => ({
  provider: provider ?? null,
  updatedSince: changed === undefined ? null : new Date(now - CHANGED[changed].ms).toISOString(),
  includeDeleted: gone ?? false,
})

/** A range of days, either end of which may be open. */
export const daysBetween = (from: string | undefined, to: string | undefined) =>
  from === undefined && to === undefined ? null : { from: from ?? null, to: to ?? null }

/** Whether anything narrows the list. */
export const isNarrowed = ({ sort, desc, after, before, gone, ...narrowing }: RowsSearch) =>
  Object.values(narrowing).some((value) => value !== undefined)
