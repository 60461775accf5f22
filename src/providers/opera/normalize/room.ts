import { readLeniently } from '../../../records/lenient.ts'
import type { RoomInput, RoomStatus } from '../../../records/room.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import { readAmount } from '../../money.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapStatus } from '../../status.ts'
import { roomIdOf } from '../ids.ts'
import { cleaningStates, closures, occupancyStates } from '../status.ts'
import { type WireRoom, wireRoom } from '../wire.ts'

/** A room has no time of change at this vendor: whatever is fetched last holds. */
export function normalizeRoom(raw: unknown, ctx: NormalizeContext): RoomInput {
  const room = readLeniently(wireRoom, raw, ctx.report)
  const { roomType, housekeeping } = room
  return {
    externalId: roomIdOf(raw) ?? '',
    roomNumber: roomIdOf(raw) ?? '',
    roomType: roomType?.roomType,
    floor: room.floor,
    ...statesOf(room, ctx),
    occupancy: housekeeping?.roomPersons?.frontOfficePersons,
    maxOccupancy: room.maximumOccupancy ?? roomType?.maximumOccupancy,
    ...rateOf(room, ctx),
    amenities: amenitiesOf(room),
    metadata: scrubRaw(raw),
  }
}

function statesOf({ housekeeping, hold, outOfOrder }: WireRoom, ctx: NormalizeContext) {
  const words = housekeeping?.housekeepingRoomStatus ?? housekeeping?.roomStatus
  const state = words?.housekeepingRoomStatus ?? words?.roomStatus ?? ''
  const closure = Object.hasOwn(closures, state) ? closures[state] : undefined
  // A closed room hides how clean it is; what it returns as is the best that is known.
  const cleaning = closure === undefined ? state : (outOfOrder?.[0]?.returnStatus ?? 'Dirty')
  const cleaningStatus = mapStatus(cleaningStates, cleaning, 'housekeepingRoomStatus', ctx)
  const free = (): RoomStatus => mapStatus(occupancyStates, words?.frontOfficeStatus ?? '', 'frontOfficeStatus', ctx)
  const status = closure ?? (isHeld(hold) ? 'BLOCKED' : free())
  return { status, cleaningStatus }
}

/** An empty hold is none. */
const isHeld = (hold: WireRoom['hold']) => Object.values(hold ?? {}).some((value) => value !== null && value !== '')

function rateOf({ rateAmount }: WireRoom, ctx: NormalizeContext) {
  if (rateAmount?.amount === null || rateAmount?.amount === undefined) return {}
  const currency = rateAmount.currencyCode || ctx.hotel.currency
  return { rateCents: readAmount(rateAmount.amount, currency, 'rateAmount.amount', ctx), currency }
}

function amenitiesOf({ roomFeatures, roomType }: WireRoom): string[] | null {
  const features = roomFeatures ?? roomType?.roomFeatures
  return features?.map(({ code }) => code ?? '').filter((code) => code !== '') ?? null
}
