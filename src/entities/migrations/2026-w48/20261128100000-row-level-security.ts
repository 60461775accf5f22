import { Migration } from '@mikro-orm/migrations'

export const SCOPED_ROLE = 'pms_hotel_scoped'

/** Tables that name the hotel of their rows. */
const OF_HOTELS = [
  'pms_configuration',
  'pms_room',
  'pms_guest',
  'pms_booking',
  'pms_sync_log',
  'pms_sync_failure',
  'pms_webhook_event',
  'pms_audit_entry',
]
/** Tables whose rows are of the hotel that their parent's row is of: the condition reads it under the parent's policy. */
const OF_PARENTS = {
  pms_webhook_endpoint: 'SELECT FROM pms_configuration parent WHERE parent.id = configuration_id',
  pms_sync_seen: 'SELECT FROM pms_sync_log parent WHERE parent.id = sync_log_id',
}
/** Tables that are about no hotel. */
const OF_NO_HOTEL = ['pms_rate_budget', 'pms_webhook_receiver']

const SETTING = `current_setting('pms.hotel_ids', true)`
const SCOPE = `nullif(nullif(${SETTING}, ''), '*')::text[]`
/**
 * Each SELECT is evaluated once a statement and not once a row. Where nothing is set, or a transaction before has left an
 * empty text behind, there are no hotels. The planner takes `<> 0` to hold for nearly every row, which is right, for who
 * asks names a hotel in scope; `hotel_id = ANY (…)` it takes to hold for few, and then sorts what an index has in order.
 */
export const isInScope = (hotelId: string) =>
  `((SELECT ${SETTING} = '*') OR coalesce(array_position((SELECT ${SCOPE}), ${hotelId}), 0) <> 0)`

/**
 * The second wall between hotels, below the policies in code. The owner is not bound, so that the version before this one
 * can still serve while this one starts; the service itself steps down to the role that is.
 */
export class RowLevelSecurityMigration extends Migration {
  override up(): void {
    this.addSql(`SET LOCAL lock_timeout = '2s'`)
    this.policies()
    this.rights()
    this.lookups()
  }

  private policies(): void {
    this.wall('pms_hotel', isInScope('id'))
    for (const table of OF_HOTELS) this.wall(table, isInScope('hotel_id'))
    for (const [table, parent] of Object.entries(OF_PARENTS)) this.wall(table, `EXISTS (${parent})`)
  }

  /** What may be seen may be written, and nothing can be moved to where it could not be seen. */
  private wall(table: string, condition: string): void {
    this.addSql(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`)
    this.addSql(`CREATE POLICY pms_within_scope ON ${table} USING (${condition})`)
  }

  private rights(): void {
    const tables = ['pms_hotel', ...OF_HOTELS, ...Object.keys(OF_PARENTS), ...OF_NO_HOTEL]
    this.addSql(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${tables.join(', ')} TO ${SCOPED_ROLE}`)
    this.addSql(`GRANT EXECUTE ON FUNCTION pms_words(text, text) TO ${SCOPED_ROLE}`)
    this.addSql(`DO $$ BEGIN
      IF NOT has_schema_privilege('${SCOPED_ROLE}', current_schema(), 'USAGE') THEN
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO ${SCOPED_ROLE}', current_schema());
      END IF;
    END $$`)
  }

  /**
   * Below a policy an index is used only for comparisons that cannot tell what they saw, in an error for instance, and
   * PostgreSQL does not trust those of text search and `lower` that far. These functions look into such an index as the
   * owner, for one hotel that is in scope, and return ids; what is read by them is under the policy again.
   */
  private lookups(): void {
    this.lookup('pms_bookings_by_words', 'pms_booking', hasWords(BOOKING_WORDS))
    this.lookup('pms_guests_by_words', 'pms_guest', hasWords(GUEST_WORDS))
    this.lookup('pms_guests_by_email', 'pms_guest', 'hotel_id = hotel AND lower(email) = lower(wanted)')
  }

  private lookup(name: string, table: string, condition: string): void {
    const signature = `${name}(text, text)`
    this.addSql(`CREATE FUNCTION ${name}(hotel text, wanted text) RETURNS uuid[]
      LANGUAGE plpgsql STABLE SECURITY DEFINER AS $lookup$
        BEGIN
          IF ${isInScope('hotel')} THEN
            RETURN ARRAY(SELECT id FROM ${table} WHERE ${condition});
          END IF;
          RETURN '{}';
        END
      $lookup$`)
    // Whoever calls it must not slip a table of their own under its names.
    this.addSql(`DO $$ BEGIN
      EXECUTE format('ALTER FUNCTION ${signature} SET search_path = %I, pg_temp', current_schema());
    END $$`)
    this.addSql(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`)
    this.addSql(`GRANT EXECUTE ON FUNCTION ${signature} TO ${SCOPED_ROLE}`)
  }
}

/** Just as the indexes by words have it. */
const BOOKING_WORDS = `pms_words(hotel_id,
  guest_name || ' ' || coalesce(guest_email, '') || ' ' || coalesce(confirmation_number, ''))`
const GUEST_WORDS = `pms_words(hotel_id,
  first_name || ' ' || last_name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, ''))`

/** The hotel is one of the words, with a space before it as no other word. */
const hasWords = (indexed: string) =>
  `${indexed} @@ to_tsquery('simple', wanted) AND ${indexed} @@ quote_literal(' ' || hotel)::tsquery`
