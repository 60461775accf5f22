import type { ProviderWrites } from '../../write.ts'
import { blockWrites } from './blocks.ts'
import { bookingWrites } from './bookings.ts'
import { conditionWrites } from './conditions.ts'
import { taskWrites } from './tasks.ts'

/** What can be changed at Mews. */
export const write: ProviderWrites = { ...bookingWrites, ...conditionWrites, ...blockWrites, ...taskWrites }
