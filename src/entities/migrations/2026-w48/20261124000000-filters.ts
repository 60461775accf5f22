import { Migration } from '@mikro-orm/migrations'

/**
 * An index for each filter that picks few of a hotel's many bookings and guests. Rooms have none: a hotel has so few
 * that the indexes by number and by id will do. Every index is paid for at each insert, so one serves several filters
 * where it can.
 */
export class FiltersMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.words()
    this.bookings()
    this.guests()
  }

  /**
   * The words of a text in lower case, and the hotel as one that no text can have, so that a search reads the index for
   * a single hotel. Punctuation parts words: a mail address is found by its domain. To take a text apart is dear and
   * the planner is told so, lest it does that to each row of a hotel. The indexes by words keep no list of pending
   * rows: after a large sync each search would read all of it.
   */
  private words(): void {
    this.addSql(`CREATE FUNCTION pms_words(hotel_id text, said text) RETURNS tsvector
      LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $words$
        BEGIN
          RETURN array_to_tsvector(ARRAY[' ' || hotel_id]) || to_tsvector('simple'::regconfig,
            translate(said, $$!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~$$, repeat(' ', 32)));
        END
      $words$`)
  }

  /** By stay: who leaves when, and with the day of arrival in the index, who is in the house. */
  private bookings(): void {
    this.addSql(`CREATE INDEX pms_booking_by_stay ON pms_booking (hotel_id, check_out, check_in)`)
    this.addSql(`CREATE INDEX pms_booking_by_status ON pms_booking (hotel_id, status, check_in, id)`)
    this.addSql(`CREATE INDEX pms_booking_by_update ON pms_booking (hotel_id, updated_at, id)`)
    this.addSql(`CREATE INDEX pms_booking_by_room_number ON pms_booking (hotel_id, room_number)`)
    this.addSql(
      `CREATE INDEX pms_booking_unsynced ON pms_booking (hotel_id, sync_status) WHERE sync_status <> 'SYNCED'`,
    )
    this.addSql(`CREATE INDEX pms_booking_by_words ON pms_booking USING gin
      (pms_words(hotel_id, guest_name || ' ' || coalesce(guest_email, '') || ' ' || coalesce(confirmation_number, '')))
      WITH (fastupdate = off)`)
  }

  private guests(): void {
    this.addSql(`CREATE INDEX pms_guest_by_email ON pms_guest (hotel_id, lower(email))`)
    this.addSql(`CREATE INDEX pms_guest_by_country ON pms_guest (hotel_id, country)`)
    this.addSql(`CREATE INDEX pms_guest_by_update ON pms_guest (hotel_id, updated_at, id)`)
    this.addSql(`CREATE INDEX pms_guest_unsynced ON pms_guest (hotel_id, sync_status) WHERE sync_status <> 'SYNCED'`)
    this.addSql(`CREATE INDEX pms_guest_by_words ON pms_guest USING gin
      (pms_words(hotel_id, first_name || ' ' || last_name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '')))
      WITH (fastupdate = off)`)
  }
}
