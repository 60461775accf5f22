import type { HousekeepingInput } from '../../../records/housekeeping.ts'
import { readLeniently } from '../../../records/lenient.ts'
import { maskCardNumbers } from '../../../records/text/card-number.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapOptional, mapStatus } from '../../status.ts'
import { conditions, discrepancies, occupancies, occupancyStates, stays } from '../status.ts'
import { wireHousekeeping } from '../wire.ts'

export function normalizeHousekeeping(raw: unknown, ctx: NormalizeContext): HousekeepingInput {
  const room = readLeniently(wireHousekeeping, raw, ctx.report)
  return {
    externalId: room.id,
    externalUpdatedAt: room.updated_at,
    roomNumber: room.number,
    condition: mapStatus(conditions, room.condition, 'condition', ctx),
    occupancy: mapStatus(occupancies, room.desk_says, 'desk_says', ctx),
    reportedOccupancy: mapOptional(occupancies.values, room.floor_says, 'floor_says', ctx),
    discrepancy: mapOptional(discrepancies, room.discrepancy, 'discrepancy', ctx),
    stay: mapOptional(stays, room.today, 'today', ctx),
    roomStatus: mapOptional(occupancyStates.values, room.occupancy_state, 'occupancy_state', ctx),
    doNotDisturb: room.do_not_disturb,
    serviceRefused: room.service_refused,
    turndown: room.turndown,
    attendant: room.attendant,
    note: room.note && maskCardNumbers(room.note),
    businessDate: room.business_date,
    metadata: scrubRaw(raw),
  }
}
