import type { ProviderWrites } from '../../write.ts'
import { bookingWrites } from './bookings.ts'

/** What can be changed at Mews. */
export const write: ProviderWrites = { ...bookingWrites }
