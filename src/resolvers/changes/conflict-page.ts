import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql'
import type { Conflict } from '../../changes/conflicts/list.ts'
import { versionOf } from '../../changes/conflicts/resolve.ts'
import { describeConflict } from '../../changes/conflicts/words.ts'
import type { Change } from '../../entities/change.ts'
import type { ConflictListArgs, PmsConflict } from '../../schema/changes/conflict.ts'
import type { Connection } from '../../schema/common/connection.ts'
import type { ApiContext } from '../access/context.ts'
import { type KeysetList, keysetConnection } from '../paging/keyset-connection.ts'
import { maskedFor } from './mask-values.ts'

/** @throws PmsIntegrationError NOT_FOUND, BAD_USER_INPUT naming the argument */
export async function conflictPage(
  context: ApiContext,
  hotelId: string,
  { filter, ...args }: ConflictListArgs,
  info: GraphQLResolveInfo,
): Promise<Connection<PmsConflict>> {
  const { changes, cursors } = context
  const list: KeysetList<Conflict> = {
    name: 'conflicts',
    defaultOrder: { field: 'harm', direction: 'ASC' },
    positionOf: ({ harmOn, change }) => ({ key: harmOn, id: change.id }),
    read: (range) => changes.conflicts(hotelId, { ...range, filter: filter ?? {} }),
    count: () => changes.countConflicts(hotelId, filter ?? {}),
  }
  const page = await keysetConnection(list, { hotelId }, args, cursors, info)
  const edges = page.edges.map((edge) => ({ ...edge, node: shownTo(context, info.schema, edge.node) }))
  return { ...page, edges, nodes: edges.map(({ node }) => node) }
}

/** Values masked as the row's fields are, and so are the words that tell them. */
function shownTo({ viewer }: ApiContext, schema: GraphQLSchema, conflict: Conflict): PmsConflict {
  const { change, severity, nights, roomNumber } = conflict
  const seen = (values: Change['base']) => maskedFor(viewer, schema, change, values)
  const sides = { base: seen(change.base), wanted: seen(change.wanted), theirs: seen(change.theirs) }
  return {
    ...{ change, version: versionOf(change), groups: change.contested ?? change.groups, severity, nights, roomNumber },
    ...{ base: sides.base, ours: sides.wanted, theirs: sides.theirs, by: change.requestedBy, at: change.createdAt },
    theirsSince: change.theirsModifiedAt ?? change.conflictAt ?? change.updatedAt,
    says: describeConflict(conflict, sides, viewer?.subject ?? null),
  }
}
