import type { RoomStatus } from '../../../records/room.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapStatus } from '../../status.ts'
import { closures, occupancyStates } from '../status.ts'

interface Words {
  readonly housekeepingRoomStatus?: string | null | undefined
  readonly frontOfficeStatus?: string | null | undefined
}

/** Whether a room can be given to a guest now: closed, held back, taken or free. */
export function roomStatusOf(
  words: Words | null | undefined,
  hold: Readonly<Record<string, unknown>> | null | undefined,
  ctx: NormalizeContext,
): RoomStatus {
  const closure = closureOf(words?.housekeepingRoomStatus)
  if (closure !== undefined) return closure
  return isHeld(hold) ? 'BLOCKED' : mapStatus(occupancyStates, words?.frontOfficeStatus, 'frontOfficeStatus', ctx)
}

export const closureOf = (state: string | null | undefined): RoomStatus | undefined =>
  state && Object.hasOwn(closures, state) ? closures[state] : undefined

/** An empty hold is none. */
const isHeld = (hold: Readonly<Record<string, unknown>> | null | undefined) =>
  Object.values(hold ?? {}).some((value) => value !== null && value !== '')
