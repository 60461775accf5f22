import { ConcurrentIndexMigration } from './concurrent-index.ts'

/** What becomes the keys of figures that are kept by slice. */
export class KeysOfSlicesMigration extends ConcurrentIndexMigration {
  override up(): void {
    this.buildUniqueIndex('pms_sync_walk_key', 'ON pms_sync_walk (hotel_id, provider, entity_type, slice)')
    this.buildUniqueIndex('pms_sync_age_key', 'ON pms_sync_age (hotel_id, provider, entity_type, slice, hour)')
  }
}
