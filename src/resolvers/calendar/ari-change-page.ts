import { type CalendarChange, readChangesAfter } from '../../calendar/read-changes.ts'
import { badUserInput } from '../../errors.ts'
import type { Connection } from '../../schema/common/connection.ts'
import type { AriChangeArgs } from '../../schema/inputs/ari-change.ts'
import { MAX_PAGE_SIZE } from '../../schema/inputs/page.ts'
import { hotelNotFound } from '../../security/policy.ts'
import type { ApiContext } from '../access/context.ts'

/**
 * Changes in the order of their commits: whoever goes on after the last cursor misses none.
 * @throws PmsIntegrationError NOT_FOUND, BAD_USER_INPUT naming `first` or `after`
 */
export async function ariChangePage(
  { database, cursors, loaders }: ApiContext,
  hotelId: string,
  { after, first }: AriChangeArgs,
): Promise<Connection<CalendarChange>> {
  if (first < 0 || first > MAX_PAGE_SIZE) throw badUserInput('first', `has to be from 0 to ${MAX_PAGE_SIZE}`)
  const scope = ['ariChanges', hotelId]
  const position = after ? Number(cursors.decode(after, scope, 'after').id) : 0
  if ((await loaders.hotel.load(hotelId)) === null) throw hotelNotFound()
  const found = await readChangesAfter(database, hotelId, position, first + 1)
  const nodes = found.slice(0, first)
  const cursorOf = ({ position }: CalendarChange) => cursors.encode({ key: null, id: String(position) }, scope)
  const [start, end] = [nodes.at(0), nodes.at(-1)]
  return {
    nodes,
    edges: nodes.map((node) => ({ node, cursor: cursorOf(node) })),
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: Boolean(after),
      startCursor: start ? cursorOf(start) : null,
      endCursor: end ? cursorOf(end) : (after ?? null),
    },
  }
}
