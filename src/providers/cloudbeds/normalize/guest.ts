import type { GuestInput } from '../../../records/guest.ts'
import { readLeniently } from '../../../records/lenient.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { wireGuest } from '../wire.ts'
import { changedAt } from './changed.ts'

/** A guest of the list; one that was anonymised has nothing left, and keeps nothing here either. */
export function normalizeGuest(raw: unknown, ctx: NormalizeContext): GuestInput {
  const guest = readLeniently(wireGuest, raw, ctx.report)
  const { guestFirstName, guestLastName, guestName, guestCountry } = guest
  const isNamed = Boolean(guestFirstName?.trim() || guestLastName?.trim())
  const unnamed = guestName || (guest.isAnonymized ? 'Anonymous' : '')
  return {
    externalId: guest.guestID,
    externalUpdatedAt: changedAt(raw, ctx.hotel),
    firstName: isNamed ? (guestFirstName ?? '') : '',
    lastName: isNamed ? (guestLastName ?? '') : unnamed,
    email: guest.guestEmail,
    phone: guest.guestPhone || guest.guestCellPhone,
    country: /^[A-Z]{2}$/i.test(guestCountry ?? '') ? guestCountry : null,
    dateOfBirth: birthDateOf(guest.guestBirthDate || guest.guestBirthdate),
    metadata: scrubRaw(raw),
  }
}

/** Unknown ones are empty, or zeros. */
function birthDateOf(text: string | null | undefined): string | null {
  return text && !text.startsWith('0000') ? text.slice(0, 10) : null
}
