import { choice, type PageSearch, pageSearch, text } from '../../ui/table/paging.ts'

/** How lately a row has changed, in ms. */
export const CHANGED = {
  hour: { label: 'In the last hour', ms: 3_600_000 },
  day: { label: 'In the last 24 hours', ms: 86_400_000 },
  week: { label: 'In the last 7 days', ms: 7 * 86_400_000 },
  month: { label: 'In the last 30 days', ms: 30 * 86_400_000 },
} as const

/** The address of a list: what it holds beyond this are the filters of the entity type. */
export type ListSearch = Readonly<Record<string, string | true | undefined>>

/** What filters, orders and pages any list. */
export interface CommonSearch<Field extends string> extends PageSearch {
  readonly provider?: string | undefined
  readonly changed?: keyof typeof CHANGED | undefined
  /** Also what the PMS no longer has. */
  readonly deleted?: true | undefined
  readonly sort?: Field | undefined
  readonly desc?: true | undefined
}

export const keysOf = <T extends object>(choices: T) => Object.keys(choices) as (keyof T & string)[]

/** Texts and flags of the address; a list reads those that it knows. */
export const listSearch = (search: Record<string, unknown>): ListSearch =>
  Object.fromEntries(Object.entries(search).map(([name, value]) => [name, value === true ? true : text(value)]))

/** @param fields that the list can be ordered by */
export const commonSearch = <Field extends string>(
  search: ListSearch,
  fields: readonly Field[],
): CommonSearch<Field> => ({
  ...pageSearch(search),
  provider: text(search.provider),
  changed: choice(search.changed, keysOf(CHANGED)),
  deleted: flag(search.deleted),
  sort: choice(search.sort, fields),
  desc: flag(search.desc),
})

const flag = (value: unknown) => (value === true || value === 'true' ? true : undefined)

/** What every list's filter takes. `now` in ms since 1970. */
export const commonFilter = ({ provider, changed, deleted }: CommonSearch<string>, now: number) => ({
  provider: provider ?? null,
  updatedSince: changed === undefined ? null : new Date(now - CHANGED[changed].ms).toISOString(),
  includeDeleted: deleted ?? false,
})
