import { instantOf } from '../../local-time.ts'
import type { NormalizeContext } from '../../provider.ts'

/** Messages are dated with the hotel's offset; one without is read as the hotel's time. */
export const changedAt = (written: string | null | undefined, { hotel }: NormalizeContext) =>
  written ? instantOf(written, hotel.timeZone) : null
