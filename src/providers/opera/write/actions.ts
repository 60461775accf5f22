import type { ProviderWrites } from '../../write.ts'
import { bookingActions } from './booking.ts'
import { careActions } from './care.ts'
import { maintenanceActions } from './maintenance.ts'

/** What OPERA takes from an integration, see the README; notes and no-shows have no operation of their own. */
export const write: ProviderWrites = { ...bookingActions, ...careActions, ...maintenanceActions }
