import { z } from 'zod'
import { instantOf } from '../../local-time.ts'
import type { ProviderHotel } from '../../provider.ts'

const text = z.string().nullish().catch(null)
const dated = z
  .object({ dateModifiedUTC: text, dateModified: text })
  .catch({ dateModifiedUTC: null, dateModified: null })

/** When an item was last changed: in UTC where the vendor tells it, otherwise by the clocks of the hotel. */
export function changedAt(raw: unknown, { timeZone }: ProviderHotel): Date | null {
  const { dateModifiedUTC, dateModified } = dated.parse(raw)
  if (dateModifiedUTC) return instantOf(dateModifiedUTC, 'UTC')
  return dateModified ? instantOf(dateModified, timeZone) : null
}
