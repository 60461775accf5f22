import { randomUUID } from 'node:crypto'
import type { Database } from '../../src/platform/database/database.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import { addHotel, type Client, createTestClient, JWT_SECRET } from '../../tests/kit/client.ts'
import { startService } from '../../tests/kit/service.ts'
import { type Watch, watchRows } from '../watch.ts'

/** A hotel where people change things, with the bookings that may be changed. */
export interface DeskHotel {
  readonly hotelId: string
  readonly bookings: readonly string[]
}

/** The service as a process of its own that does everything, and somebody who changes things with it. */
export interface Desk extends AsyncDisposable {
  readonly client: Client
  /** Connects and reads a hotel. */
  open(simulator: Simulator, provider?: string): Promise<DeskHotel>
  /** Asks for a change. @returns its id */
  ask(hotel: DeskHotel, nth: number): Promise<string>
  /** Milliseconds from the mutation to the moment at which it is applied. */
  apply(hotel: DeskHotel, nth: number): Promise<number>
}

const ENTER = `mutation ($input: PmsConfigurationInput!) { upsertConfiguration(input: $input) { errors { code } } }`
const SYNC = `mutation ($input: PmsSyncInput!) { syncBookings(input: $input) { errors { code } } }`
const LIST = `query ($hotelId: ID!) { bookings(hotelId: $hotelId, first: 50, filter: { status: [CONFIRMED] },
  orderBy: { field: CHECK_IN, direction: DESC }) { nodes { id } } }`
const ASK = `mutation ($input: PmsBookingChangeInput!) { changeBooking(input: $input) { change { id } errors { code message } } }`

export async function startDesk(database: Database): Promise<Desk> {
  await using started = new AsyncDisposableStack()
  const service = started.use(
    await startService({
      JWT_SECRET,
      DATABASE_URL: database.url,
      ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    }),
  )
  const client = await createTestClient(service.url ?? '')
  started.defer(() => client.close())
  const applied: Watch = started.use(
    await watchRows(database, 'pms_change', { key: 'NEW.id::text', when: `NEW.state = 'APPLIED'` }),
  )
  const parts = started.move()
  const ask: Desk['ask'] = async ({ hotelId, bookings }, nth) => {
    // Each time another number: what is so already is not sent.
    const party = { adults: 1 + (Math.floor(nth / bookings.length) % 2), children: nth % 2 }
    const input = { hotelId, bookingId: bookings[nth % bookings.length], party }
    const { changeBooking } = await client.send<{
      changeBooking: { change: { id: string } | null; errors: unknown[] }
    }>(ASK, { input })
    if (changeBooking.change === null) throw new Error(JSON.stringify(changeBooking.errors))
    return changeBooking.change.id
  }
  return {
    client,
    async open(simulator, provider = 'mock') {
      const hotelId = `bench-${randomUUID()}`
      await addHotel(client, hotelId, simulator, provider)
      await client.send(ENTER, { input: { hotelId, provider, writeEnabled: true } })
      await client.send(SYNC, { input: { hotelId, provider, wait: true } })
      const { bookings } = await client.send<{ bookings: { nodes: { id: string }[] } }>(LIST, { hotelId })
      return { hotelId, bookings: bookings.nodes.map(({ id }) => id) }
    },
    ask,
    async apply(hotel, nth) {
      const begun = performance.now()
      const id = await ask(hotel, nth)
      const known = await database.query(`SELECT FROM pms_change WHERE id = $1 AND state = 'APPLIED'`, [id])
      return (known.length > 0 ? performance.now() : await applied.next(id)) - begun
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  }
}
