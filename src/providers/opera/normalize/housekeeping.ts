import type { HousekeepingInput, Stay } from '../../../records/housekeeping.ts'
import { readLeniently } from '../../../records/lenient.ts'
import { maskCardNumbers } from '../../../records/text/card-number.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapOptional, mapStatus } from '../../status.ts'
import { roomIdOf } from '../ids.ts'
import { conditions, discrepancies, guestMoves, occupancies, serviceRequests, turndowns } from '../status.ts'
import { type WireHousekeeping, wireHousekeeping } from '../wire/house.ts'
import { roomStatusOf } from './room-status.ts'

/** A room's state has no time of change: whatever is fetched last holds. */
export function normalizeHousekeeping(raw: unknown, ctx: NormalizeContext): HousekeepingInput {
  const room = readLeniently(wireHousekeeping, raw, ctx.report)
  const { housekeeping, discrepancy, attendant } = room
  const words = housekeeping?.housekeepingRoomStatus
  const note = housekeeping?.roomCondition?.remarks
  return {
    externalId: roomIdOf(raw) ?? '',
    roomNumber: roomIdOf(raw),
    condition: mapStatus(conditions, words?.housekeepingRoomStatus, 'housekeepingRoomStatus', ctx),
    occupancy: mapStatus(occupancies, words?.frontOfficeStatus, 'frontOfficeStatus', ctx),
    reportedOccupancy: mapOptional(occupancies.values, words?.housekeepingStatus, 'housekeepingStatus', ctx),
    discrepancy: mapOptional(discrepancies, discrepancy?.[0], 'discrepancy', ctx),
    stay: stayOf(words?.reservationStatusList, ctx),
    roomStatus: roomStatusOf(words, room.hold, ctx),
    ...requestsOf(room, ctx),
    turndown: turndownOf(room, ctx),
    attendant: attendant?.[0]?.attendantName,
    note: note && maskCardNumbers(note),
    metadata: scrubRaw(raw),
  }
}

/** What the guests of a room do today: one may leave and another one come. */
function stayOf(words: readonly (string | null | undefined)[] | null | undefined, ctx: NormalizeContext): Stay | null {
  const states = new Set(words?.map((word) => mapOptional(guestMoves, word, 'reservationStatusList', ctx)))
  const leaves = states.has('LEAVES') || states.has('COMES_AND_LEAVES')
  const comes = states.has('COMES') || states.has('COMES_AND_LEAVES')
  if (leaves) return comes ? 'TURNOVER' : 'DEPARTURE'
  if (comes) return 'ARRIVAL'
  if (states.has('STAYS')) return 'STAYOVER'
  return states.has('NOBODY') ? 'FREE' : null
}

/** The vendor knows one request at a time. */
function requestsOf({ housekeeping }: WireHousekeeping, ctx: NormalizeContext) {
  const request = mapOptional(serviceRequests, housekeeping?.guestServiceRequest, 'guestServiceRequest', ctx)
  if (request === null) return {}
  return { doNotDisturb: request === 'DO_NOT_DISTURB', serviceRefused: request === 'REFUSED' }
}

function turndownOf({ turndownInfo }: WireHousekeeping, ctx: NormalizeContext): boolean | null {
  const state = mapOptional(turndowns, turndownInfo?.turndownStatusInfo, 'turndownStatusInfo', ctx)
  return state === null ? null : state === 'WANTED'
}
