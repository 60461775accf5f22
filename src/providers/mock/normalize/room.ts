import { readLeniently } from '../../../records/lenient.ts'
import type { RoomInput } from '../../../records/room.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import { readAmount } from '../../money.ts'
import type { NormalizeContext } from '../../provider.ts'
import { wireRoom } from '../wire.ts'

/** What a room is; its state is housekeeping's. */
export function normalizeRoom(raw: unknown, ctx: NormalizeContext): RoomInput {
  const room = readLeniently(wireRoom, raw, ctx.report)
  const rate = room.base_rate
  const currency = rate?.currency || ctx.hotel.currency
  return {
    externalId: room.id,
    externalUpdatedAt: room.updated_at,
    roomNumber: room.number,
    roomType: room.category,
    floor: room.floor?.toString(),
    occupancy: room.pax,
    maxOccupancy: room.max_pax,
    rateCents: readAmount(rate?.amount, currency, 'base_rate.amount', ctx),
    currency: rate && currency,
    amenities: room.features,
    metadata: scrubRaw(raw),
  }
}
