import type { PmsChangeAction, PmsChangeGroup } from '../../../gql/graphql.ts'

/** What both sides can move, by what may be done: a note or a new block contradicts nothing. */
const CONTESTED: Readonly<Partial<Record<PmsChangeAction, readonly PmsChangeGroup[]>>> = {
  BOOKING_CHANGE: ['STAY', 'TYPE', 'PARTY'],
  BOOKING_ROOM: ['ROOM'],
  ...{ BOOKING_CANCEL: ['STATUS'], BOOKING_REINSTATE: ['STATUS'], BOOKING_CHECK_IN: ['STATUS'] },
  ...{ BOOKING_UNDO_CHECK_IN: ['STATUS'], BOOKING_CHECK_OUT: ['STATUS'] },
  HOUSEKEEPING_CONDITION: ['CONDITION'],
  ROOM_BLOCK_END: ['BLOCK'],
  MAINTENANCE_UPDATE: ['REQUEST', 'STATUS'],
}

/** What may be contested where this may be done, and what has a default already. */
export const contestedGroups = (actions: readonly PmsChangeAction[], stored: readonly PmsChangeGroup[]) => [
  ...new Set([...actions.flatMap((action) => CONTESTED[action] ?? []), ...stored]),
]
