import type { GuestInput } from '../../../records/guest.ts'
import { readLeniently } from '../../../records/lenient.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { wireGuest } from '../wire.ts'

const DAY = /^\d{4}-\d{2}-\d{2}/
const COUNTRY = /^[A-Z]{2}$/i

export function normalizeGuest(raw: unknown, ctx: NormalizeContext): GuestInput {
  const guest = readLeniently(wireGuest, raw, ctx.report)
  const { DietaryRequirements, PreferredSpaceFeatures, NationalityCode } = guest
  const wishes = {
    ...(DietaryRequirements && { dietaryRequirements: DietaryRequirements }),
    ...(PreferredSpaceFeatures?.length && { roomFeatures: PreferredSpaceFeatures }),
  }
  return {
    externalId: guest.Id,
    externalUpdatedAt: guest.UpdatedUtc,
    firstName: guest.FirstName ?? '',
    lastName: guest.LastName ?? '',
    email: guest.Email,
    phone: guest.Phone,
    // A guest is worth more than one of these that reads differently.
    country: NationalityCode && COUNTRY.test(NationalityCode) ? NationalityCode : null,
    dateOfBirth: DAY.exec(guest.BirthDate ?? '')?.[0],
    preferences: Object.keys(wishes).length === 0 ? null : wishes,
    metadata: scrubRaw(raw),
  }
}
