import { z } from 'zod'
import type { FetchedPage, FetchWindow } from '../../provider.ts'
import { fitShape } from '../rest.ts'
import { walkByCursor } from '../walk.ts'
import type { GraphqlAnswer } from './graphql.ts'
import { listOf } from './list.ts'

/** A Relay connection; the items are judged one by one. */
const connection = z.object({
  edges: z.array(z.object({ node: z.unknown() }).nullable()),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  totalCount: z.int().nullish(),
})
type Connection = z.output<typeof connection>

/**
 * Walks a Relay connection forwards.
 * @param field the root field that is the connection
 * @param ask one page after a cursor
 */
export function relayPages(
  { cursor }: Pick<FetchWindow, 'cursor'>,
  field: string,
  ask: (after: string | null) => Promise<GraphqlAnswer<unknown>>,
): AsyncGenerator<FetchedPage> {
  return walkByCursor(cursor, async (after) => {
    const answer = await ask(after)
    const { [field]: found } = fitShape(answer.data, z.object({ [field]: connection }))
    const { edges, pageInfo, totalCount } = found as Connection
    const items = listOf(answer, edges, [field, 'edges'], (edge) => (edge as { node: unknown } | null)?.node ?? null)
    return { items, next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? after) : null, total: totalCount ?? undefined }
  })
}
