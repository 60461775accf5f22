import type { ListPage, MovingList } from './moving-list.ts'

export interface NumberedPages extends Pick<MovingList, 'pageSize' | 'fingerprint'> {
  /** @returns the rows of a page, and how many the list has, or null where the vendor does not say */
  read(pageNumber: number, pageSize: number): Promise<{ rows: readonly unknown[]; total: number | null }>
}

/** A list whose pages are numbered, as one that can be read from any row. */
export function numberedPages({ read, ...list }: NumberedPages): MovingList {
  return {
    ...list,
    async read(row, limit): Promise<ListPage> {
      const { pageNumber, pageSize: size } = pageAt(row, limit)
      const { rows, total } = await read(pageNumber, size)
      const offset = (pageNumber - 1) * size
      return { rows, offset, size, isLast: total === null ? null : offset + rows.length >= total || rows.length === 0 }
    },
  }
}

/** The page that contains a row and reaches furthest: one that begins just before any given row is found by its size. */
export function pageAt(row: number, largest: number): { pageNumber: number; pageSize: number } {
  let best = { pageNumber: 1, pageSize: 0 }
  for (let pageSize = largest; pageSize >= largest / 2; pageSize--) {
    const pageNumber = Math.floor(row / pageSize) + 1
    if (pageNumber * pageSize > best.pageNumber * best.pageSize) best = { pageNumber, pageSize }
  }
  return best
}
