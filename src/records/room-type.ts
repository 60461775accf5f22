import { z } from 'zod'
import { count, optional, optionalText, recordBase, requiredText } from './common.ts'
import { defineRecordType } from './record-type.ts'

/** A kind of room that a hotel sells, as its PMS tells it. */
export const roomTypeRecord = z.strictObject({
  ...recordBase,
  code: optionalText,
  name: requiredText,
  /** Persons at most. */
  capacity: optional(count),
  /** How many rooms of this type the hotel has. */
  roomCount: optional(count),
  /** Whether guests can book it; a PMS also keeps types for meeting rooms and for postings. */
  sellable: optional(z.boolean()),
})

export const roomTypes = defineRecordType(
  { one: 'room type', many: 'room types', says: 'Kinds of rooms that a hotel sells.' },
  roomTypeRecord,
)

/** A validated room type. */
export type NormalizedRoomType = z.output<typeof roomTypeRecord>
/** What an adapter's `normalize.roomTypes` returns: optional fields may be left out. */
export type RoomTypeInput = z.input<typeof roomTypeRecord>
