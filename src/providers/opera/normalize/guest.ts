import type { GuestInput } from '../../../records/guest.ts'
import { readLeniently } from '../../../records/lenient.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import { instantOf } from '../../local-time.ts'
import type { NormalizeContext } from '../../provider.ts'
import { checkShown } from '../../refused.ts'
import { guestIdOf } from '../ids.ts'
import { type ProfileDetails, type ProfileSummary, wireProfile } from '../wire.ts'

/** Reads a profile in either shape, of a search and of a single one. */
export function normalizeGuest(raw: unknown, ctx: NormalizeContext): GuestInput {
  checkShown(raw)
  const { profile, profileDetails } = readLeniently(wireProfile, raw, ctx.report)
  const changed = (profile ?? profileDetails)?.lastModifyDateTime
  return {
    externalId: guestIdOf(raw) ?? '',
    externalUpdatedAt: changed ? instantOf(changed, ctx.hotel.timeZone) : null,
    ...(profileDetails ? fromDetails(profileDetails) : fromSummary(profile)),
    metadata: scrubRaw(raw),
  }
}

function fromSummary(profile: ProfileSummary | null | undefined) {
  const names = [profile?.altName, profile?.formerName]
  const name = names.find((one) => one?.nameType === 'Primary') ?? names.find((one) => one?.name || one?.fullName)
  return {
    firstName: name?.givenName ?? '',
    lastName: name?.name ?? name?.fullName ?? '',
    email: profile?.emailInfo?.email?.emailAddress,
    phone: profile?.telephoneInfo?.telephone?.phoneNumber,
    country: isoCountry(profile?.addressInfo?.address?.country?.code, profile?.citizenCountry?.code),
    dateOfBirth: names.find((one) => one?.birthDate)?.birthDate,
    loyaltyTier: profile?.profileMembership?.membershipLevel,
    totalStays: profile?.lastStayInfo?.totalStay,
  }
}

function fromDetails({ customer, company, ...details }: ProfileDetails) {
  const names = customer?.personName
  const name = names?.find(({ nameType }) => nameType === 'Primary') ?? names?.[0]
  const address = primaryOf(details.addresses?.addressInfo?.map((one) => one.address))
  return {
    firstName: name?.givenName ?? '',
    lastName: name?.surname ?? company?.companyName ?? '',
    email: primaryOf(details.emails?.emailInfo?.map((one) => one.email))?.emailAddress,
    phone: primaryOf(details.telephones?.telephoneInfo?.map((one) => one.telephone))?.phoneNumber,
    country: isoCountry(address?.country?.code, customer?.citizenCountry?.code, customer?.nationality),
    dateOfBirth: customer?.birthDate,
    loyaltyTier: details.profileMemberships?.profileMembership?.[0]?.membershipLevel,
  }
}

type Marked = { readonly primaryInd?: boolean | null | undefined } | null | undefined

const primaryOf = <T extends Marked>(all: readonly T[] | null | undefined): T | undefined =>
  all?.find((one) => one?.primaryInd) ?? all?.[0]

/** Countries are codes of the hotel's own list, as a rule ISO ones. */
function isoCountry(...codes: readonly (string | null | undefined)[]): string | null {
  return codes.find((code) => /^[A-Z]{2}$/i.test(code ?? '')) ?? null
}
