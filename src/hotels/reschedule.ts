import { ConfigurationEntity } from '../entities/configuration.ts'
import { nextRun } from '../platform/cron.ts'
import type { ScopedTransaction } from '../platform/database/database.ts'

/** Schedules are read in the hotel's time zone: in another one they are due at other instants. */
export async function reschedule(tx: ScopedTransaction, hotelId: string, timeZone: string): Promise<void> {
  const [clock] = await tx.query<{ now: Date }>('SELECT now() AS now')
  const scheduled = await tx.em.find(ConfigurationEntity, { hotelId, enabled: true, syncSchedule: { $ne: null } })
  for (const configuration of scheduled) {
    configuration.nextSyncAt = nextRun(configuration.syncSchedule ?? '', timeZone, clock?.now ?? new Date(0))
  }
}
