import type { ProviderWrites } from '../../write.ts'
import { bookingWrites } from './bookings.ts'
import { careWrites } from './care.ts'

/** What can be changed at Cloudbeds. */
export const write: ProviderWrites = { ...bookingWrites, ...careWrites }
