import { readLeniently } from '../../../records/lenient.ts'
import type { RoomInput } from '../../../records/room.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import { readAmount } from '../../money.ts'
import type { NormalizeContext } from '../../provider.ts'
import { roomIdOf } from '../ids.ts'
import { type WireRoom, wireRoom } from '../wire.ts'

/** What a room is. Its state is housekeeping's; neither has a time of change: whatever is fetched last holds. */
export function normalizeRoom(raw: unknown, ctx: NormalizeContext): RoomInput {
  const room = readLeniently(wireRoom, raw, ctx.report)
  const { roomType } = room
  return {
    externalId: roomIdOf(raw) ?? '',
    roomNumber: roomIdOf(raw) ?? '',
    roomType: roomType?.roomType,
    floor: room.floor,
    maxOccupancy: room.maximumOccupancy ?? roomType?.maximumOccupancy,
    ...rateOf(room, ctx),
    amenities: amenitiesOf(room),
    metadata: scrubRaw(raw),
  }
}

function rateOf({ rateAmount }: WireRoom, ctx: NormalizeContext) {
  if (rateAmount?.amount === null || rateAmount?.amount === undefined) return {}
  const currency = rateAmount.currencyCode || ctx.hotel.currency
  return { rateCents: readAmount(rateAmount.amount, currency, 'rateAmount.amount', ctx), currency }
}

function amenitiesOf({ roomFeatures, roomType }: WireRoom): string[] | null {
  const features = roomFeatures ?? roomType?.roomFeatures
  return features?.map(({ code }) => code ?? '').filter((code) => code !== '') ?? null
}
