import { z } from 'zod'
import { idList } from '../identify.ts'
import { day, flag, text, whole } from './common.ts'

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
