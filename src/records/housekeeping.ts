import { z } from 'zod'
import { hotelDate, optional, optionalText, recordBase } from './common.ts'
import { defineRecordType } from './record-type.ts'
import { ROOM_STATUSES } from './room.ts'

export const CONDITIONS = ['CLEAN', 'DIRTY', 'INSPECTED', 'PICKUP', 'IN_PROGRESS', 'UNKNOWN'] as const
export type Condition = (typeof CONDITIONS)[number]

export const OCCUPANCIES = ['VACANT', 'OCCUPIED', 'UNKNOWN'] as const
export type Occupancy = (typeof OCCUPANCIES)[number]

export const DISCREPANCIES = ['SKIP', 'SLEEP', 'PERSONS'] as const
export type Discrepancy = (typeof DISCREPANCIES)[number]

export const STAYS = ['ARRIVAL', 'DEPARTURE', 'TURNOVER', 'STAYOVER', 'FREE'] as const
export type Stay = (typeof STAYS)[number]

/** The state of a room as its PMS tells it, as of now. The external id is the room's: there is one a room. */
export const housekeepingRecord = z.strictObject({
  ...recordBase,
  roomNumber: optionalText,
  condition: z.enum(CONDITIONS),
  /** As the front desk has it. */
  occupancy: z.enum(OCCUPANCIES),
  /** As housekeeping found it. */
  reportedOccupancy: optional(z.enum(OCCUPANCIES)),
  /** Between the two. SKIP: the desk says occupied, the room is empty; SLEEP: the reverse; PERSONS: another number. */
  discrepancy: optional(z.enum(DISCREPANCIES)),
  /** What guests do today; null where the PMS does not say. */
  stay: optional(z.enum(STAYS)),
  roomStatus: optional(z.enum(ROOM_STATUSES)),
  doNotDisturb: optional(z.boolean()),
  serviceRefused: optional(z.boolean()),
  turndown: optional(z.boolean()),
  attendant: optionalText,
  note: optionalText,
  /** The hotel's day that all of this is about. */
  businessDate: optional(hotelDate),
})

export const housekeeping = defineRecordType(
  { one: 'housekeeping', many: 'housekeeping', says: 'The state of rooms: condition, occupancy, who cleans.' },
  housekeepingRecord,
  { condition: 'UNKNOWN', occupancy: 'UNKNOWN' },
)

/** A validated state of a room. */
export type NormalizedHousekeeping = z.output<typeof housekeepingRecord>
/** What an adapter's `normalize.housekeeping` returns: optional fields may be left out. */
export type HousekeepingInput = z.input<typeof housekeepingRecord>
