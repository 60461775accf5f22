import { z } from 'zod'
import { externalId, hotelDate, instant, optional, optionalText, recordBase } from './common.ts'
import { CONDITIONS } from './housekeeping.ts'
import { defineRecordType } from './record-type.ts'

export const ROOM_BLOCK_KINDS = ['OUT_OF_ORDER', 'OUT_OF_SERVICE', 'HOUSE_USE', 'HOLD'] as const
export type RoomBlockKind = (typeof ROOM_BLOCK_KINDS)[number]

/** Nights on which a room is not sold, as a PMS tells them. A vendor's block of several rooms is one a room here. */
export const roomBlockRecord = z
  .strictObject({
    ...recordBase,
    kind: z.enum(ROOM_BLOCK_KINDS),
    roomExternalId: externalId,
    roomNumber: optionalText,
    firstNight: hotelDate,
    /** Null: until further notice. */
    lastNight: optional(hotelDate),
    /** Where the PMS has instants. */
    startsAt: optional(instant),
    endsAt: optional(instant),
    reasonCode: optionalText,
    reason: optionalText,
    /** What the room is when the block ends. */
    returnCondition: optional(z.enum(CONDITIONS)),
  })
  .refine(({ firstNight, lastNight }) => !isDay(lastNight) || lastNight >= firstNight, {
    path: ['lastNight'],
    message: 'must not be before firstNight',
  })

/** What is no day comes before none: it is reported, and the block lasts until further notice. */
const isDay = (night: string | null): night is string => hotelDate.safeParse(night).success

export const roomBlocks = defineRecordType(
  { one: 'room block', many: 'room blocks', says: 'Nights on which rooms are out of order or kept back.' },
  roomBlockRecord,
  // Whatever it is called, the room is not for sale.
  { kind: 'OUT_OF_SERVICE' },
)

/** A validated room block. */
export type NormalizedRoomBlock = z.output<typeof roomBlockRecord>
/** What an adapter's `normalize.roomBlocks` returns: optional fields may be left out. */
export type RoomBlockInput = z.input<typeof roomBlockRecord>
