import type { List, Parent } from './list.ts'
import type { Page } from './statement.ts'

/**
 * Whether it is one of the pages that are asked for all the time, and whose plan is good whatever the parameters: the first
 * of one parent's list, in the list's own order, narrowed by nothing or by one of its hot filters.
 * tests/api/filter-plans.test.ts reads the plans of just these. What follows a cursor is not: for a position that it does
 * not know, the planner expects few rows beyond it, and sorts all that there are.
 */
export function isHotPage<Row, Filter>(
  { hotFilters, defaultOrder }: List<Row, Filter>,
  parents: readonly Parent[],
  { window, filter, extras }: Page<Filter>,
): boolean {
  const { order, fromEnd, after, before } = window
  const isFirst = after === null && before === null && !fromEnd
  const isInOrder = order.field === defaultOrder.field && order.direction === defaultOrder.direction
  if (hotFilters === undefined || parents.length !== 1 || extras.totalCount || !isFirst || !isInOrder) return false
  const names = Object.keys(filter) as (keyof Filter)[]
  const [narrowing, ...more] = names.filter((name) => isNarrowing(filter[name]))
  return more.length === 0 && (narrowing === undefined || hotFilters.includes(narrowing))
}

const isNarrowing = (value: unknown) => value !== null && value !== undefined && value !== false
