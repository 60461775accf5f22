import { z } from 'zod'

/** What is read of the care of rooms; all else is kept in `metadata` only. */
const text = z.string().nullish()
const flag = z.boolean().nullish()

/** The state of a room with today's blocks of it, as our fetch puts them together. */
export const wireHousekeeping = z.object({
  roomID: z.string(),
  roomName: text,
  roomCondition: text,
  roomOccupied: flag,
  roomBlocked: flag,
  frontdeskStatus: text,
  housekeeper: text,
  doNotDisturb: flag,
  refusedService: flag,
  vacantPickup: flag,
  roomComments: text,
  blocks: z.array(z.object({ roomBlockType: text })).nullish(),
})
export type WireHousekeeping = z.output<typeof wireHousekeeping>

/** A block and one of its rooms. */
export const wireRoomBlock = z.object({
  roomBlockID: z.string(),
  roomBlockType: text,
  roomBlockReason: text,
  startDate: z.string(),
  endDate: text,
  roomID: z.string(),
})
