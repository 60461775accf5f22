import { randomUUID } from 'node:crypto'
import type { Database } from '../../src/platform/database/database.ts'
import { addHotel } from '../kit/rows.ts'
import { testVault } from '../kit/services.ts'

/** The one scope of the scripted vendor. */
const KEY = 'streaming:one'

/** A hotel of the scope that has proven its property. */
export async function addStreamed(
  database: Database,
  { provider = 'streaming', property = null as string | null } = {},
) {
  const hotelId = await addHotel(database)
  const credentials = testVault.seal('{"apiKey":"k"}', { hotelId, provider, field: 'credentials' })
  await database.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, credentials, stream_key, external_hotel_id, property_key)
     VALUES ($1, $2, $3, $4, $5, $6, $6)`,
    [randomUUID(), hotelId, provider, credentials, KEY, property],
  )
  return hotelId
}
