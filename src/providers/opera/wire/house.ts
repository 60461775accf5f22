import { z } from 'zod'
import { decimalAmount } from '../../money.ts'
import { day, flag, text, whole } from '../wire.ts'

/** A text that the vendor keeps in several languages, or one as it stands. */
const translated = z.union([z.string(), z.object({ defaultText: text })]).nullish()

/** A room type as the configuration shows it, in full or in its summary. */
export const wireRoomType = z.object({
  roomType: z.string(),
  shortDescription: translated,
  description: translated,
  maximumOccupancy: whole,
  numberOfRooms: whole,
  pseudo: flag,
  meetingRoom: flag,
  inactive: flag,
})
export type WireRoomType = z.output<typeof wireRoomType>

const baseRate = z.object({
  basedOnRatePlan: text,
  baseAmount: decimalAmount.nullish(),
  dynamicBasedOnRatePlan: text,
  dynamicBaseAmount: decimalAmount.nullish(),
  flatOrPercentage: text,
})

/** Prices follow those of another plan: written into the schedules once, or computed each time. */
const basedOn = z.object({ baseRate: baseRate.nullish(), dynamicBaseRate: baseRate.nullish() })

export const wireRatePlan = z.object({
  ratePlanCode: z.string(),
  primaryDetails: z.object({ description: translated }).nullish(),
  descriptions: z.object({ shortInfo: translated }).nullish(),
  transactionDetails: z.object({ currencyCode: text, rateIncludesTax: flag }).nullish(),
  ratePlanBasedOnRates: z.array(basedOn).nullish(),
})
export type WireRatePlan = z.output<typeof wireRatePlan>

/** A room in the housekeeping overview. */
export const wireHousekeeping = z.object({
  roomId: text,
  housekeeping: z
    .object({
      housekeepingRoomStatus: z
        .object({
          housekeepingRoomStatus: text,
          frontOfficeStatus: text,
          housekeepingStatus: text,
          reservationStatusList: z.array(text).nullish(),
        })
        .nullish(),
      guestServiceRequest: text,
      roomCondition: z.object({ remarks: text }).nullish(),
    })
    .nullish(),
  discrepancy: z.array(text).nullish(),
  hold: z.record(z.string(), z.unknown()).nullish(),
  turndownInfo: z.object({ turndownStatusInfo: text }).nullish(),
  attendant: z.array(z.object({ attendantName: text })).nullish(),
})
export type WireHousekeeping = z.output<typeof wireHousekeeping>

/** One range of a room in the lists of rooms out of order and out of service. */
export const wireRoomBlock = z.object({
  roomId: z.string(),
  housekeepingRoomStatus: text,
  start: day,
  end: day,
  reasonCode: text,
  reasonDescription: text,
  repairRemarks: text,
  returnStatus: text,
})

export const wireMaintenance = z.object({
  maintenanceCode: text,
  remarks: text,
  roomInfo: z.object({ roomId: text }).nullish(),
  resolveInfo: z.object({ resolveUser: text, resolveDate: day }).nullish(),
  assignedUserInfo: z.object({ assignedToUserName: text }).nullish(),
  createDateTime: text,
  lastModifyDateTime: text,
})

/** The texts that {@link translated} reads. */
export const textOf = (value: z.output<typeof translated>): string | null =>
  (typeof value === 'string' ? value : value?.defaultText)?.trim() || null
