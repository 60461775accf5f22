import type { AvailabilityInput } from '../../../records/availability.ts'
import { dayNumber } from '../../../records/days.ts'
import type { NormalizeContext } from '../../provider.ts'
import { spanDays } from '../../span-days.ts'
import { availabilityIdOf } from '../ids.ts'
import { wireInventory } from '../wire/calendar.ts'

/** What the vendor still sells, overbooking included; it tells no other count. */
export function normalizeAvailability(raw: unknown, _ctx: NormalizeContext): AvailabilityInput {
  const { code, from, to, inventoryCounts } = wireInventory.parse(raw)
  const first = dayNumber(from)
  const available: (number | null)[] = Array.from({ length: spanDays(from, to) }, () => null)
  for (const { startDate, endDate, availableCount, available: isAvailable } of inventoryCounts) {
    const start = Math.max(dayNumber(startDate ?? ''), first)
    const end = Math.min(dayNumber(endDate ?? startDate ?? ''), dayNumber(to))
    const rooms = availableCount ?? (isAvailable === false ? 0 : null)
    for (let day = start; day <= end; day++) available[day - first] = rooms
  }
  return { externalId: availabilityIdOf(raw) ?? '', roomTypeExternalId: code, from, to, available }
}
