import type { GuestInput } from '../../../records/guest.ts'
import { readLeniently } from '../../../records/lenient.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import { readAmount } from '../../money.ts'
import type { NormalizeContext } from '../../provider.ts'
import { wireGuest } from '../wire.ts'

export function normalizeGuest(raw: unknown, ctx: NormalizeContext): GuestInput {
  const guest = readLeniently(wireGuest, raw, ctx.report)
  // The record has no currency of its own: an amount in another one would be a wrong number.
  const spent = guest.spent?.currency === ctx.hotel.currency ? guest.spent : null
  return {
    externalId: guest.id,
    externalUpdatedAt: guest.updated_at,
    firstName: guest.given_name ?? '',
    lastName: guest.family_name ?? '',
    email: guest.email,
    phone: guest.mobile,
    country: guest.country_code,
    dateOfBirth: guest.birth_date,
    loyaltyTier: guest.membership?.level,
    totalStays: guest.stays,
    totalSpent: readAmount(spent?.amount, ctx.hotel.currency, 'spent.amount', ctx),
    preferences: guest.wishes,
    metadata: scrubRaw(raw),
  }
}
