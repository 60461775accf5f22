import { z } from 'zod'
import { decimalAmount } from '../money.ts'

/** The items as our fetches put them together; what is not named here is kept in `metadata` only. */

const text = z.string().nullish()
/** Checked here, since days are computed from them. */
const instant = z.iso.datetime({ offset: true })
const names = z.record(z.string(), z.string())

export const wireBooking = z.object({
  Reservation: z.object({
    Id: z.string(),
    AccountId: z.string(),
    AccountType: z.string(),
    Number: z.string(),
    State: z.string(),
    CancellationReason: text,
    Origin: z.string(),
    CommanderOrigin: text,
    TravelAgencyId: text,
    PartnerCompanyId: text,
    AssignedResourceId: text,
    ScheduledStartUtc: instant,
    ScheduledEndUtc: instant,
    PersonCounts: z.array(z.object({ AgeCategoryId: z.string(), Count: z.int() })),
    UpdatedUtc: z.string(),
  }),
  Customer: z.object({ FirstName: text, LastName: text, Email: text }).nullish(),
  Company: z.object({ Name: z.string() }).nullish(),
  Category: z.object({ Names: names }).nullish(),
  Resource: z.object({ Name: z.string() }).nullish(),
  AgeCategories: z.array(z.object({ Id: z.string(), Classification: z.string() })),
  OrderItems: z.array(
    z.object({ AccountingState: z.string(), Amount: z.object({ Currency: z.string(), GrossValue: decimalAmount }) }),
  ),
  Notes: z.array(z.object({ Text: text })),
})
export type WireBooking = z.output<typeof wireBooking>

export const wireRoom = z.object({
  Resource: z.object({
    Id: z.string(),
    Name: z.string(),
    State: z.string(),
    Data: z.object({ Value: z.object({ FloorNumber: text }).nullish() }).nullish(),
    UpdatedUtc: z.string(),
  }),
  Category: z.object({ Names: names, Capacity: z.int(), ExtraCapacity: z.int() }).nullish(),
  Blocks: z.array(z.object({ Type: z.string() })),
  InHouse: z.object({ Persons: z.int() }).nullish(),
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
  UpdatedUtc: z.string(),
})
