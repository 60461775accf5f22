import type { GraphQLResolveInfo } from 'graphql'
import { type CalendarChange, countChanges, readChanges } from '../../calendar/read-changes.ts'
import type { Connection } from '../../schema/common/connection.ts'
import type { AriChangeArgs } from '../../schema/inputs/ari-change.ts'
import { hotelNotFound } from '../../security/policy.ts'
import type { ApiContext } from '../access/context.ts'
import { type KeysetList, keysetConnection } from '../paging/keyset-connection.ts'

/**
 * Changes in the order of their commits: whoever goes on after the last cursor misses none.
 * @throws PmsIntegrationError NOT_FOUND, BAD_USER_INPUT naming the argument
 */
export async function ariChangePage(
  { database, cursors, loaders }: ApiContext,
  hotelId: string,
  { filter, ...args }: AriChangeArgs,
  info: GraphQLResolveInfo,
): Promise<Connection<CalendarChange>> {
  const list: KeysetList<CalendarChange> = {
    name: 'ariChanges',
    defaultOrder: { field: 'position', direction: 'ASC' },
    positionOf: ({ position }) => ({ key: null, id: String(position) }),
    read: ({ after, before, limit, isBackward }) =>
      readChanges(database, hotelId, {
        after: after ? Number(after.id) : undefined,
        before: before ? Number(before.id) : undefined,
        limit,
        isBackward,
        filter,
      }),
    count: () => countChanges(database, hotelId, filter),
  }
  const page = keysetConnection(list, { hotelId }, args, cursors, info)
  const [found, hotel] = await Promise.all([page, loaders.hotel.load(hotelId)])
  if (hotel === null) throw hotelNotFound()
  // Who waits for more goes on from where there was nothing.
  return { ...found, pageInfo: { ...found.pageInfo, endCursor: found.pageInfo.endCursor ?? args.after ?? null } }
}
