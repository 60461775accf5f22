import { ConcurrentIndexMigration } from './concurrent-index.ts'

/** Bookings of a room type or a rate plan, in the order of their list. A PMS that tells neither pays nothing. */
export class BookingsByWhatWasSoldMigration extends ConcurrentIndexMigration {
  override up(): void {
    for (const sold of ['room_type', 'rate_plan']) {
      this.buildIndex(
        `pms_booking_by_${sold}`,
        `ON pms_booking (hotel_id, ${sold}_external_id, check_in, id) WHERE ${sold}_external_id IS NOT NULL`,
      )
    }
  }
}
