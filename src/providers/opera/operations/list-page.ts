import type { z } from 'zod'
import type { ListPage } from '../../transport/moving-list.ts'
import type { envelope } from '../wire.ts'

/** A page of a list with what its paging envelope says. */
export interface OperaPage extends ListPage {
  readonly totalResults: number | null
  readonly hasMore: boolean | null
}

/**
 * Reads an envelope, wherever an operation puts it. The signs of the end contradict each other at times: a short page is
 * the one to trust, then `hasMore`. `offset` is the next one in some operations, so it is not read.
 * @param asked the limit that was asked for; the vendor may have made a smaller one of it
 */
export function pageOf(rows: readonly unknown[] | null | undefined, asked: number, said: z.output<typeof envelope>) {
  const size = Math.min(asked, said.limit || asked)
  const found = rows ?? []
  const page: OperaPage = {
    rows: found,
    size,
    isLast: found.length < size || said.hasMore === false,
    totalResults: said.totalResults ?? null,
    hasMore: said.hasMore ?? null,
  }
  return page
}
