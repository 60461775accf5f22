import type { ProviderWrites } from '../../write.ts'
import { bookingActions } from './booking.ts'
import { careActions } from './care.ts'

/** The reference of all writes: everything is possible, and every request is known by its key. */
export const write: ProviderWrites = { ...bookingActions, ...careActions }
