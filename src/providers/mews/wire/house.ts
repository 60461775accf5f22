import { z } from 'zod'

/** The shapes of what a hotel sells and looks after; what is not named here is kept in `metadata` only. */

const text = z.string().nullish()
const names = z.record(z.string(), z.string()).nullish()
const whole = z.int().nullish()

/** A resource category. It has no time of change. */
export const wireRoomType = z.object({
  Id: z.string(),
  Names: names,
  ShortNames: names,
  Capacity: whole,
  ExtraCapacity: whole,
})

export const wireRatePlan = z.object({
  Id: z.string(),
  Name: text,
  ShortName: text,
  Names: names,
  BaseRateId: text,
  UpdatedUtc: text,
})

/** Checked here, since nights are computed from them. */
const instant = z.iso.datetime({ offset: true })

/** A resource block with the resource that it is about. */
export const wireRoomBlock = z.object({
  Block: z.object({
    Id: z.string(),
    AssignedResourceId: z.string(),
    Type: text,
    StartUtc: instant,
    EndUtc: instant.nullish(),
    Name: text,
    Notes: text,
    UpdatedUtc: text,
  }),
  Resource: z.object({ Name: text }).nullish(),
})

/** A task. It is about no room and has no time of change. */
export const wireMaintenanceRequest = z.object({
  Id: z.string(),
  Name: text,
  State: text,
  Description: text,
  CreatedUtc: text,
  DeadlineUtc: text,
  ClosedUtc: text,
})
