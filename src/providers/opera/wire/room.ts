import { z } from 'zod'
import { wireId } from '../identify.ts'
import { money, text, whole } from './common.ts'

const features = z.array(z.object({ code: text })).nullish()

/** The words of the housekeeping overview, and those of the front office for the same things. */
const states = z.object({ housekeepingRoomStatus: text, roomStatus: text, frontOfficeStatus: text }).nullish()

/** A room as the housekeeping overview, the front office search or the configuration shows it. */
export const wireRoom = z.object({
  roomId: wireId,
  roomType: z.object({ roomType: text, maximumOccupancy: whole, roomFeatures: features }).nullish(),
  floor: text,
  roomFeatures: features,
  maximumOccupancy: whole,
  rateAmount: money,
  housekeeping: z
    .object({
      housekeepingRoomStatus: states,
      roomStatus: states,
      roomPersons: z.object({ frontOfficePersons: whole }).nullish(),
    })
    .nullish(),
  outOfOrder: z.array(z.object({ returnStatus: text, start: text, end: text })).nullish(),
  hold: z.record(z.string(), z.unknown()).nullish(),
})

export type WireRoom = z.output<typeof wireRoom>
