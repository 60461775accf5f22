import { z } from 'zod'
import { defineSpanType } from './record-type.ts'
import { checkSpan, daily, roomCount, spanBase } from './span.ts'

/** Rooms of a type that are left to sell on a run of days, as a PMS tells them. */
export const availabilityRecord = z
  .strictObject({
    ...spanBase,
    /** Rooms that there are. */
    physical: daily(roomCount),
    outOfOrder: daily(roomCount),
    sold: daily(roomCount),
    /** What the PMS still sells; negative when it is overbooked. */
    available: daily(roomCount),
  })
  .superRefine(checkSpan)

export const availability = defineSpanType(
  { one: 'availability', many: 'availability', says: 'Rooms that are left to sell a day, of each room type.' },
  availabilityRecord,
)

/** A validated span of room counts. */
export type NormalizedAvailability = z.output<typeof availabilityRecord>
/** What an adapter's `normalize.availability` returns: lists may be left out. */
export type AvailabilityInput = z.input<typeof availabilityRecord>
