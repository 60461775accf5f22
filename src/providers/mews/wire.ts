import { z } from 'zod'
import { decimalAmount } from '../money.ts'

/** The items as our fetches put them together; what is not named here is kept in `metadata` only. */

const text = z.string().nullish()
/** Checked here, since days are computed from them. */
const instant = z.iso.datetime({ offset: true })
const names = z.record(z.string(), z.string()).nullish()

export const wireBooking = z.object({
  Reservation: z.object({
    Id: z.string(),
    AccountId: text,
    AccountType: text,
    Number: text,
    State: text,
    CancellationReason: text,
    Origin: text,
    CommanderOrigin: text,
    TravelAgencyId: text,
    PartnerCompanyId: text,
    AssignedResourceId: text,
    RequestedResourceCategoryId: text,
    RateId: text,
    ScheduledStartUtc: instant,
    ScheduledEndUtc: instant,
    PersonCounts: z.array(z.object({ AgeCategoryId: text, Count: z.int().nullish() })).nullish(),
    UpdatedUtc: text,
  }),
  Customer: z.object({ FirstName: text, LastName: text, Email: text }).nullish(),
  Company: z.object({ Name: text }).nullish(),
  Category: z.object({ Names: names }).nullish(),
  Resource: z.object({ Name: text }).nullish(),
  AgeCategories: z.array(z.object({ Id: text, Classification: text })).nullish(),
  OrderItems: z
    .array(
      z.object({
        Type: text,
        AccountingState: text,
        Amount: z.object({ Currency: text, GrossValue: decimalAmount.nullish() }).nullish(),
      }),
    )
    .nullish(),
  Notes: z.array(z.object({ Text: text })).nullish(),
})
export type WireBooking = z.output<typeof wireBooking>

export const wireRoom = z.object({
  Resource: z.object({
    Id: z.string(),
    Name: z.string(),
    Data: z.object({ Value: z.object({ FloorNumber: text }).nullish() }).nullish(),
    UpdatedUtc: text,
  }),
  Category: z.object({ Names: names, Capacity: z.int().nullish(), ExtraCapacity: z.int().nullish() }).nullish(),
  InHouse: z.object({ Persons: z.int().nullish() }).nullish(),
})

export const wireHousekeeping = z.object({
  Resource: z.object({ Id: z.string(), Name: text, State: text }),
  Blocks: z.array(z.object({ Type: text })).nullish(),
  IsOccupied: z.boolean().nullish(),
})

export const wireGuest = z.object({
  Id: z.string(),
  FirstName: text,
  LastName: text,
  Email: text,
  Phone: text,
  NationalityCode: text,
  BirthDate: text,
  DietaryRequirements: text,
  PreferredSpaceFeatures: z.array(z.string()).nullish(),
  UpdatedUtc: text,
})
