import type { RowKind } from '../../provider.ts'
import type { Entry } from '../../simulator-kit/ledger.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'

/** Lists that are given out in shorter pages, unless asked. */
const SHORT_PAGES: ReadonlySet<RowKind> = new Set(['rooms', 'roomTypes', 'roomBlocks'])

export function deliverPage(kind: RowKind, all: readonly Entry[], query: URLSearchParams, { deliver }: SimulatedHotel) {
  const { shown, start } = pageOf(all, query, SHORT_PAGES.has(kind) ? 20 : 100)
  const undelivered = () => all.slice(start + shown.length)
  const items = deliver(kind, { entries: shown, isContinued: start > 0, undelivered })
  return { items, total: all.length }
}

export function pageOf<T>(all: readonly T[], query: URLSearchParams, defaultSize: number) {
  const size = Number(query.get('pageSize') ?? defaultSize)
  const start = (Number(query.get('pageNumber') ?? 1) - 1) * size
  return { shown: all.slice(start, start + size), start }
}

export const byId = (entries: readonly Entry[]) => entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))
