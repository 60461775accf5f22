import type { ProviderWrites } from '../../write.ts'
import { bookingWrites } from './bookings.ts'

/** What can be changed at Cloudbeds. */
export const write: ProviderWrites = { ...bookingWrites }
