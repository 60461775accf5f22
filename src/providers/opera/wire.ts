import { z } from 'zod'
import { decimalAmount } from '../money.ts'

export const text = z.string().nullish()
export const flag = z.boolean().nullish()
export const whole = z.int().nullish()

const money = z.object({ amount: decimalAmount.nullish(), currencyCode: text }).nullish()

/** The calendar day at the beginning of a day or of a time that the vendor puts in its place. */
export const day = z
  .string()
  .transform((value) => value.slice(0, 10))
  .nullish()

/** Paging is written as text at times, and what cannot be read is not said: no list may end for that. */
const said = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' ? jsonOf(value) : value), schema.nullish().catch(null))

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.trim().toLowerCase())
  } catch {
    return null
  }
}

/** The paging envelope of a list. */
export const envelope = z.object({ hasMore: said(z.boolean()), limit: said(z.int()), totalResults: said(z.int()) })

const uniqueId = z.object({ id: text, type: text })

/** The vendor gives each thing several ids and says beside each what it is. */
const idList = z.array(uniqueId).nullish()

/** What the search says about the guest. */
const summaryGuest = z.object({ id: text, givenName: text, surname: text, fullName: text, email: text })

/** One of the guests that a single reservation names. */
const detailGuest = z.object({
  primary: flag,
  profileInfo: z
    .object({
      profileIdList: idList,
      profile: z
        .object({
          customer: z
            .object({ personName: z.array(z.object({ givenName: text, surname: text, nameType: text })).nullish() })
            .nullish(),
        })
        .nullish(),
    })
    .nullish(),
})

const summaryStay = {
  adultCount: whole,
  childCount: whole,
  roomType: text,
  roomId: text,
  // What an example of the vendor calls `roomId`.
  roomNumber: text,
  sourceCode: text,
  // What examples of the vendor call the source code.
  sourceOfBusiness: text,
  totalAmount: money,
  ratePlanCode: text,
}

const detailStay = {
  guestCounts: z.object({ adults: whole, children: whole }).nullish(),
  currentRoomInfo: z.object({ roomType: text, roomId: text }).nullish(),
  roomRates: z
    .array(z.object({ roomType: text, roomId: text, ratePlanCode: text, sourceCode: text, sourceOfBusiness: text }))
    .nullish(),
  total: z
    .object({ amountBeforeTax: decimalAmount.nullish(), amountAfterTax: decimalAmount.nullish(), currencyCode: text })
    .nullish(),
}

/** A reservation in either of the vendor's two shapes, of a search and of a single one: all that is read of both. */
export const wireReservation = z.object({
  reservationIdList: idList,
  roomStay: z.object({ arrivalDate: day, departureDate: day, ...summaryStay, ...detailStay }),
  reservationGuest: summaryGuest.nullish(),
  reservationGuests: z.array(detailGuest).nullish(),
  sourceOfSale: z.object({ sourceCode: text }).nullish(),
  comments: z.array(z.object({ comment: z.object({ text: z.object({ value: text }).nullish() }).nullish() })).nullish(),
  reservationStatus: text,
  computedReservationStatus: text,
  walkInIndicator: flag,
  walkIn: flag,
  lastModifyDateTime: text,
})

export type WireReservation = z.output<typeof wireReservation>

const address = z.object({
  address: z.object({ primaryInd: flag, country: z.object({ code: text }).nullish() }).nullish(),
})
const phone = z.object({ telephone: z.object({ primaryInd: flag, phoneNumber: text }).nullish() })
const email = z.object({ email: z.object({ primaryInd: flag, emailAddress: text }).nullish() })
const country = z.object({ code: text }).nullish()
const membership = z.object({ membershipLevel: text })

const summaryName = z.object({ name: text, givenName: text, fullName: text, nameType: text, birthDate: day }).nullish()

/** A profile in a search. */
const summary = z.object({
  altName: summaryName,
  formerName: summaryName,
  addressInfo: address.nullish(),
  telephoneInfo: phone.nullish(),
  emailInfo: email.nullish(),
  profileMembership: membership.nullish(),
  citizenCountry: country,
  lastStayInfo: z.object({ totalStay: whole }).nullish(),
  lastModifyDateTime: text,
})

const personName = z.object({ givenName: text, surname: text, nameType: text })

/** A single profile. */
const details = z.object({
  customer: z
    .object({ personName: z.array(personName).nullish(), birthDate: day, citizenCountry: country, nationality: text })
    .nullish(),
  company: z.object({ companyName: text }).nullish(),
  addresses: z.object({ addressInfo: z.array(address).nullish() }).nullish(),
  telephones: z.object({ telephoneInfo: z.array(phone).nullish() }).nullish(),
  emails: z.object({ emailInfo: z.array(email).nullish() }).nullish(),
  profileMemberships: z.object({ profileMembership: z.array(membership).nullish() }).nullish(),
  lastModifyDateTime: text,
})

export const wireProfile = z.object({
  profileIdList: idList,
  profile: summary.nullish(),
  profileDetails: details.nullish(),
})
export type ProfileSummary = z.output<typeof summary>
export type ProfileDetails = z.output<typeof details>

const features = z.array(z.object({ code: text })).nullish()

/** A room as the housekeeping overview, the front office search or the configuration shows it. */
export const wireRoom = z.object({
  roomId: text,
  roomType: z.object({ roomType: text, maximumOccupancy: whole, roomFeatures: features }).nullish(),
  floor: text,
  roomFeatures: features,
  maximumOccupancy: whole,
  rateAmount: money,
})

export type WireRoom = z.output<typeof wireRoom>
