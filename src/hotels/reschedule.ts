import { nextRun } from '../platform/cron.ts'
import type { Sql } from '../platform/database/database.ts'

interface Scheduled {
  id: string
  syncSchedule: string
  now: Date
}

/** Schedules are read in the hotel's time zone: in another one they are due at other instants. It is no edit of theirs. */
export async function reschedule(tx: Sql, hotelId: string, timeZone: string): Promise<void> {
  const scheduled = await tx.query<Scheduled>(
    `SELECT id, sync_schedule AS "syncSchedule", now() FROM pms_configuration
     WHERE hotel_id = $1 AND enabled AND sync_schedule IS NOT NULL FOR UPDATE`,
    [hotelId],
  )
  await tx.query(
    `UPDATE pms_configuration c SET next_sync_at = due.at
     FROM unnest($1::uuid[], $2::timestamptz[]) AS due (id, at) WHERE c.id = due.id`,
    [scheduled.map(({ id }) => id), scheduled.map(({ syncSchedule, now }) => nextRun(syncSchedule, timeZone, now))],
  )
  // Begun anew, in the zone as it is, by the next look for configurations that lack them.
  await tx.query(`DELETE FROM pms_sync_due WHERE hotel_id = $1 AND schedule <> ''`, [hotelId])
}
