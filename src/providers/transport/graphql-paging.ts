import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import type { FetchedPage, FetchWindow } from '../provider.ts'
import type { GraphqlAnswer } from './graphql.ts'
import { listOf } from './graphql-list.ts'
import { fitShape } from './rest.ts'

/** A Relay connection; the items are judged one by one. */
const connection = z.object({
  edges: z.array(z.object({ node: z.unknown() }).nullable()),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
  totalCount: z.int().nullish(),
})

/**
 * Walks a Relay connection forwards.
 * @param field the root field that is the connection
 * @param ask one page after a cursor
 */
export async function* relayPages(
  window: Pick<FetchWindow, 'cursor'>,
  field: string,
  ask: (after: string | null) => Promise<GraphqlAnswer<unknown>>,
): AsyncGenerator<FetchedPage> {
  let { cursor } = window
  do {
    const answer = await ask(cursor)
    const { edges, pageInfo, totalCount } = fitShape(answer.data, z.object({ [field]: connection }))[
      field
    ] as Connection
    const next = pageInfo.hasNextPage ? (pageInfo.endCursor ?? cursor) : null
    if (next !== null && next === cursor) throw standsStill(field)
    const items = listOf(answer, edges, [field, 'edges'], (edge) => (edge as { node: unknown } | null)?.node ?? null)
    cursor = next
    yield { items, cursor, ...(typeof totalCount === 'number' && { total: totalCount }) }
  } while (cursor !== null)
}

type Connection = z.output<typeof connection>

const standsStill = (field: string) =>
  new PmsIntegrationError('PROVIDER_BAD_RESPONSE', `The cursor of ${field} does not move on`)

/** The whole of a list that has no paging. */
export async function* unpaged(field: string, ask: () => Promise<GraphqlAnswer<unknown>>): AsyncGenerator<FetchedPage> {
  yield { items: plainList(await ask(), field), cursor: null }
}

/** A root field that is a list; vendors answer null for an empty one. */
export function plainList(answer: GraphqlAnswer<unknown>, field: string): unknown[] {
  const list = fitShape(answer.data, z.object({ [field]: z.array(z.unknown()).nullish() }))[field]
  return listOf(answer, list ?? [], [field])
}
