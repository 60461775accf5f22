import type { FetchKind, NormalizeContext } from '../../../src/providers/provider.ts'
import { dayNumber, dayOf } from '../../../src/records/days.ts'
import { type ValidatedPage, validatePage } from '../../../src/sync/store/validate.ts'
import { syncedAvailability } from '../../../src/sync/synced/availability.ts'
import { syncedRate } from '../../../src/sync/synced/rate.ts'

export interface SpanChanges extends Record<string, unknown> {
  from?: string
  days?: number
}

/** A span of prices of one person, all the same; `changes` may break it. */
export function aRate({
  from = '2027-01-20',
  days = 20,
  price = 100,
  ...changes
}: SpanChanges & { price?: number } = {}) {
  const to = dayOf(dayNumber(from) + days - 1)
  const [ratePlanExternalId, roomTypeExternalId, currency] = ['BAR', 'DBL', 'EUR']
  const series = { ratePlanExternalId, roomTypeExternalId, currency }
  return { externalId: `BAR/DBL/${from}`, ...series, from, to, amounts: [new Array(days).fill(price)], ...changes }
}

export function anAvailability({
  from = '2027-01-20',
  days = 20,
  left = 5,
  ...changes
}: SpanChanges & { left?: number } = {}) {
  const to = dayOf(dayNumber(from) + days - 1)
  return {
    externalId: `DBL/${from}`,
    roomTypeExternalId: 'DBL',
    from,
    to,
    available: new Array(days).fill(left),
    ...changes,
  }
}

const ctx: NormalizeContext = {
  hotel: { id: 'h', externalHotelId: null, timeZone: 'Europe/Lisbon', currency: 'EUR' },
  report: () => {},
}

/** As the engine validates what a vendor sent in our own shape. */
export function pageOf(kind: 'rates' | 'availability', items: readonly unknown[]): ValidatedPage {
  const ofKind = <Value>(value: Value) => ({ [kind]: value }) as { readonly [K in FetchKind]?: Value }
  const mapping = {
    normalize: ofKind((raw: unknown) => raw as never),
    identify: ofKind((raw: unknown) => (raw as { externalId?: string }).externalId ?? null),
  }
  return validatePage(kind === 'rates' ? syncedRate : syncedAvailability, mapping, items, ctx, new Date())
}
