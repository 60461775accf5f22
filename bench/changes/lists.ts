import { randomUUID } from 'node:crypto'
import type { Database } from '../../src/platform/database/database.ts'
import { insertHotel } from '../../tests/kit/test-hotel.ts'
import { flood, startServer } from '../graphql.ts'
import { report } from '../measure.ts'

const BOOKINGS = 5_000
/** Every so many bookings have an open change. */
const CHANGED_EVERY = 5
const ROUNDS = 4
const ROUND_MS = 2_500

const page = (more: string) => `query ($hotel: ID!) { bookings(hotelId: $hotel, first: 50) {
  nodes { id confirmationNumber status guestName checkIn checkOut adults ${more} } pageInfo { hasNextPage endCursor } } }`

/** Pages of bookings: of a hotel without changes and of one with many, and with what is pending shown or not. */
export async function benchLists(database: Database): Promise<void> {
  const [calm, changed] = [await seed(database, false), await seed(database, true)]
  await database.query('ANALYZE')
  await using servers = new AsyncDisposableStack()
  const start = async (hotel: string, query: string) =>
    servers.use(await startServer('ours', database.url, hotel, query))
  const senders = {
    before: await start(calm, page('')),
    without: await start(changed, page('')),
    with: await start(changed, page('syncStatus pendingChanges { id state }')),
  }
  const rates: Record<keyof typeof senders, number[]> = { before: [], without: [], with: [] }
  for (const { send } of Object.values(senders)) await flood(send, 2_000)
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, { send }] of Object.entries(senders) as [keyof typeof senders, (typeof senders)['with']][])
      rates[name].push((await flood(send, ROUND_MS)).length / (ROUND_MS / 1_000))
  const ratio = (one: number[], other: number[]) => one.map((rate, at) => rate / (other[at] ?? 1))
  report('changes: pages of 50 bookings', {
    'of a hotel without changes, per s': rates.before,
    [`of one where every ${CHANGED_EVERY}th has one, per s`]: rates.without,
    'as fast as before (goal ≥ 1, give or take the noise)': ratio(rates.without, rates.before),
    'with syncStatus and pendingChanges, per s': rates.with,
    'with / without (goal ≥ 0.85)': ratio(rates.with, rates.without),
  })
}

async function seed(database: Database, hasChanges: boolean): Promise<string> {
  const hotelId = `bench-${randomUUID()}`
  await insertHotel(database, hotelId, 'mock')
  await database.query(
    `INSERT INTO pms_booking (id, hotel_id, provider, external_id, content_hash, last_synced_at, status, source,
       confirmation_number, guest_name, check_in, check_out, adults)
     SELECT uuidv7(), $1, 'mock', 'b' || n, 'hash', now(), 'CONFIRMED', 'DIRECT', 'C' || n, 'Ada Lovelace',
       DATE '2026-01-01' + n % 365, DATE '2026-01-03' + n % 365, 2 FROM generate_series(1, ${BOOKINGS}) n`,
    [hotelId],
  )
  if (hasChanges)
    await database.query(
      `INSERT INTO pms_change (id, hotel_id, provider, account, entity_type, entity_id, external_id, action, groups, base,
         wanted, state, expires_at, requested_by)
       SELECT uuidv7(), hotel_id, provider, 'a', 'BOOKING', id, external_id, 'BOOKING_CHANGE', '["PARTY"]', '{"adults": 2}',
         '{"adults": 3}', 'PENDING', now() + interval '1 day', 'bench'
       FROM pms_booking WHERE hotel_id = $1 AND substr(external_id, 2)::integer % ${CHANGED_EVERY} = 0`,
      [hotelId],
    )
  return hotelId
}
