import { ConcurrentIndexMigration } from './concurrent-index.ts'

const OPEN = `state IN ('PENDING', 'SENDING', 'AWAITING', 'UNKNOWN', 'CONFLICT')`

/**
 * Lists ask of each of their rows what is open for it. Its id is enough: the type between the hotel and it made each look a
 * fifth dearer.
 */
export class OpenChangesMigration extends ConcurrentIndexMigration {
  override up(): void {
    this.buildIndex('pms_change_open_by_row', `ON pms_change (hotel_id, entity_id, number) WHERE ${OPEN}`)
    this.addSql('DROP INDEX CONCURRENTLY IF EXISTS pms_change_open')
  }
}
