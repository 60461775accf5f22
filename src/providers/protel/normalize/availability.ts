import type { AvailabilityInput } from '../../../records/availability.ts'
import { availabilityIdOf } from '../ids.ts'
import { wireAvailability } from '../wire/calendar.ts'
import { alignedDays } from './aligned-days.ts'

/** What is left to sell; no other count is told. */
export function normalizeAvailability(raw: unknown): AvailabilityInput {
  const { roomTypeCode, days } = wireAvailability.parse(raw)
  const { from, to, listOf } = alignedDays(days)
  return {
    externalId: availabilityIdOf(raw) ?? '',
    roomTypeExternalId: roomTypeCode,
    ...{ from, to },
    available: listOf(days, ({ available }) => available),
  }
}
