import { z } from 'zod'
import { count, currencyCode, minorUnits, optional, optionalText, recordBase, requiredText } from './common.ts'
import { defineRecordType } from './record-type.ts'

export const ROOM_STATUSES = ['AVAILABLE', 'OCCUPIED', 'OUT_OF_ORDER', 'OUT_OF_SERVICE', 'BLOCKED'] as const
export type RoomStatus = (typeof ROOM_STATUSES)[number]

export const CLEANING_STATUSES = ['CLEAN', 'DIRTY', 'INSPECTED', 'IN_PROGRESS'] as const
export type CleaningStatus = (typeof CLEANING_STATUSES)[number]

/** A physical room as a PMS tells it. */
export const roomRecord = z.strictObject({
  ...recordBase,
  roomNumber: requiredText,
  roomType: optionalText,
  floor: optionalText,
  /** Left out where housekeeping tells it, and so is the next. */
  status: optional(z.enum(ROOM_STATUSES)),
  cleaningStatus: optional(z.enum(CLEANING_STATUSES)),
  /** Persons in the room now. */
  occupancy: optional(count),
  maxOccupancy: optional(count),
  rateCents: optional(minorUnits),
  currency: optional(currencyCode),
  amenities: optional(z.array(requiredText).max(500)),
})

export const rooms = defineRecordType({ one: 'room', many: 'rooms', says: 'Rooms.' }, roomRecord)

/** A validated room. */
export type NormalizedRoom = z.output<typeof roomRecord>
/** What an adapter's `normalize.room` returns: optional fields may be left out. */
export type RoomInput = z.input<typeof roomRecord>
