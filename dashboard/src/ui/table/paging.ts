/** Where a list stands, as the address holds it; neither: at its start. */
export type PageSearch = {
  readonly after?: string | undefined
  readonly before?: string | undefined
}

/** Variables of a connection for `size` rows at that place. */
export function pageVariables({ after, before }: PageSearch, size: number) {
  return before === undefined ? { first: size, after: after ?? null } : { last: size, before }
}

/** Leaves the page when a filter changes: its cursor means nothing in another list. */
export const firstPage = { after: undefined, before: undefined } as const

/** A text of the address, or nothing. The router takes what looks like a number for one, such as that of a room. */
export const text = (value: unknown) =>
  typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined

/** One of the values of a filter, or nothing when the address holds anything else. */
export const choice = <T extends string>(value: unknown, values: readonly T[]) =>
  values.find((known) => known === value)

/** What every list's `validateSearch` reads. */
export const pageSearch = (search: Record<string, unknown>): PageSearch => ({
  after: text(search.after),
  before: text(search.before),
})
