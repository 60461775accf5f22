import { BOOKING_WORDS, GUEST_WORDS } from './20261130220000-folded-search.ts'
import { ConcurrentIndexMigration } from './concurrent-index.ts'

/** Without a list of pending rows, as the indexes by words: after a large sync each search would read all of it. */
export class FoldedSearchIndexesMigration extends ConcurrentIndexMigration {
  override up(): void {
    this.buildIndex(
      'pms_booking_by_folded_words',
      `ON pms_booking USING gin (${BOOKING_WORDS}) WITH (fastupdate = off)`,
    )
    this.buildIndex('pms_guest_by_folded_words', `ON pms_guest USING gin (${GUEST_WORDS}) WITH (fastupdate = off)`)
  }
}
