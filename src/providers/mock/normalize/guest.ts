import type { GuestInput } from '../../../records/guest.ts'
import { scrubRaw } from '../../../records/scrub.ts'
import { minorUnitsOf } from '../../money.ts'
import type { NormalizeContext } from '../../provider.ts'
import { wireGuest } from '../wire.ts'

export function normalizeGuest(raw: unknown, { hotel }: NormalizeContext): GuestInput {
  const guest = wireGuest.parse(raw)
  // The record has no currency of its own: an amount in another one would be a wrong number.
  const spent = guest.spent?.currency === hotel.currency ? guest.spent : null
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
    totalSpent: spent && minorUnitsOf(spent.amount, spent.currency, 'totalSpent'),
    preferences: guest.wishes,
    metadata: scrubRaw(raw),
  }
}
