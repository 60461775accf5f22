import { badUserInput } from '../errors.ts'
import type { ScopedDatabase, Sql } from '../platform/database/database.ts'
import { audit } from './audit.ts'
import { lockHotel } from './hotels.ts'

export interface HotelRemoval {
  readonly hotelId: string
  /** The hotel's slug, typed by the person who wants it gone. */
  readonly confirmation: string
  readonly removedBy: string
}

/**
 * Removes a hotel with everything that is stored of it. The audit trail stays until it expires, and says who did it.
 * @returns its id
 * @throws PmsIntegrationError NOT_FOUND, BAD_USER_INPUT naming `confirmation`
 */
export async function removeHotel(database: ScopedDatabase, removal: HotelRemoval): Promise<string> {
  const { hotelId, confirmation, removedBy } = removal
  const ofHotel = database.within([hotelId])
  await ofHotel.transaction(async (tx) => {
    const { slug, name } = await lockHotel(tx, hotelId)
    if (confirmation.trim() !== slug) throw badUserInput('confirmation', `must be the hotel’s slug, ${slug}`)
    audit(tx, { hotelId, actor: removedBy, action: 'hotel.removed', details: { slug, name } })
    await deleteRows(tx, hotelId)
    await tx.query('DELETE FROM pms_hotel WHERE id = $1', [hotelId])
  })
  // What somebody else was storing meanwhile could not be seen before it was committed.
  await ofHotel.transaction((tx) => deleteRows(tx, hotelId))
  return hotelId
}

/** From every table that names the hotel of its rows, so that no new table is forgotten. */
async function deleteRows(tx: Sql, hotelId: string): Promise<void> {
  await tx.query('DELETE FROM pms_sync_seen USING pms_sync_log run WHERE sync_log_id = run.id AND run.hotel_id = $1', [
    hotelId,
  ])
  for (const table of await tablesOfHotels(tx)) await tx.query(`DELETE FROM ${table} WHERE hotel_id = $1`, [hotelId])
}

/** Syncs first: whoever is at work for one waits for its row, finds it gone, and stores nothing. */
async function tablesOfHotels(sql: Sql): Promise<string[]> {
  const rows = await sql.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class t
     WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND relname <> 'pms_audit_entry'
       AND has_table_privilege(t.oid, 'DELETE')
       AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = t.oid AND attname = 'hotel_id' AND NOT attisdropped)
     ORDER BY relname <> 'pms_sync_log', relname`,
  )
  return rows.map(({ name }) => name)
}
