import { ConcurrentIndexMigration } from './concurrent-index.ts'

/** As `RUN_LANE` stood when this was written: an index is used only for the very expression that it was made of. */
const LANE = `(CASE WHEN trigger IN ('MANUAL', 'REPLAY') THEN 0
  WHEN entity_type IN ('RATE', 'AVAILABILITY') THEN 4
  WHEN trigger = 'WEBHOOK' THEN 1
  WHEN trigger = 'SCHEDULED' AND operation <> 'FULL' THEN 2 ELSE 3 END)`

/** Calendars have a lane of their own, behind all others. Whoever claims without the index meanwhile sorts what is due. */
export class CalendarsGoLastMigration extends ConcurrentIndexMigration {
  override up(): void {
    this.buildIndex('pms_sync_log_by_lane', `ON pms_sync_log (${LANE}, ready_at) WHERE status IN ('QUEUED', 'RUNNING')`)
  }
}
