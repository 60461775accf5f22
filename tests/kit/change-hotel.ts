import { randomUUID } from 'node:crypto'
import type { ChangeRequest } from '../../src/changes/asking/request.ts'
import { type Change, ChangeEntity } from '../../src/entities/change.ts'
import { selectList } from '../../src/entities/select.ts'
import { type Booking, BookingEntity } from '../../src/entities/synced/booking.ts'
import type { Database, Row } from '../../src/platform/database/database.ts'
import { mock } from '../../src/providers/mock/index.ts'
import type { PmsProviderAdapter } from '../../src/providers/provider.ts'
import type { Simulator, SimulatorOptions } from '../../src/providers/simulator.ts'
import type { EntityType } from '../../src/records/entity-type.ts'
import type { ServiceParts, Services } from '../../src/services.ts'
import { createTestServices } from './services.ts'
import { insertHotel } from './test-hotel.ts'

const CHANGE = selectList(ChangeEntity)
const BOOKING = selectList(BookingEntity)

/** A hotel at a PMS, the mock one unless said otherwise, where writing is switched on, whose changes are sent when the test says so. */
export interface ChangeHotel extends AsyncDisposable {
  readonly hotelId: string
  readonly vendor: Simulator
  readonly services: Services
  /** A booking that is confirmed, has a room and has not begun. */
  readonly booking: Booking
  request(
    action: ChangeRequest['action'],
    values?: ChangeRequest['values'],
    more?: Partial<ChangeRequest>,
  ): Promise<Change>
  /** Works on what is due until nothing is; returns the last change as it stands then. */
  work(services?: Services): Promise<Change | null>
  change(id: string): Promise<Change>
  row(): Promise<Booking>
  /** The booking as the PMS has it. */
  theirs(): Record<string, unknown>
  audit(): Promise<Row[]>
  /** Lets time pass for everything that waits. */
  elapse(ms: number): Promise<void>
  sync(types?: readonly EntityType[]): Promise<void>
  another(changes?: Partial<ServiceParts>): Services
}

export interface ChangeHotelOptions {
  readonly adapter?: PmsProviderAdapter
  readonly simulator?: SimulatorOptions
  readonly parts?: Partial<ServiceParts>
}

export async function createChangeHotel(database: Database, options: ChangeHotelOptions = {}): Promise<ChangeHotel> {
  const { adapter = mock } = options
  const provider = adapter.key
  const vendor = await adapter.simulate({ bookings: 40, rooms: 8, guests: 4, ...options.simulator })
  const hotelId = `hotel-${randomUUID()}`
  const services = createTestServices(database, options.parts)
  await insertHotel(database, hotelId, provider, vendor)
  await database.query('UPDATE pms_configuration SET write_enabled = true WHERE hotel_id = $1', [hotelId])
  const sync = async (types: readonly EntityType[] = ['ROOM', 'BOOKING']) => {
    for (const entityType of types) {
      const { id } = await services.engine.request({ hotelId, provider, entityType, trigger: 'MANUAL' })
      await services.engine.run(id)
    }
  }
  await sync()
  const change = async (id: string) =>
    (await services.database.query<Change>(`SELECT ${CHANGE} FROM pms_change WHERE id = $1`, [id]))[0] as Change
  const rows = await services.database.query<Booking>(
    `SELECT ${BOOKING} FROM pms_booking WHERE hotel_id = $1 AND status = 'CONFIRMED' AND room_external_id IS NOT NULL
     ORDER BY check_in DESC, external_id LIMIT 1`,
    [hotelId],
  )
  const [booking] = rows
  if (booking === undefined) throw new Error('The simulator has no booking to change')
  return {
    ...{ hotelId, vendor, services, booking, change, sync },
    request: (action, values = {}, more = {}) =>
      services.changes.request({ hotelId, action, entityId: booking.id, values, requestedBy: 'tester', ...more }),
    async work({ changes } = services) {
      let last: Change | null = null
      for (;;) {
        const claimed = await claimOne(services, changes, hotelId)
        if (claimed === null) return last
        last = await changes.work(claimed)
      }
    },
    async row() {
      const [row] = await services.database.query<Booking>(`SELECT ${BOOKING} FROM pms_booking WHERE id = $1`, [
        booking.id,
      ])
      return row as Booking
    },
    theirs: () =>
      vendor.data.facts('bookings').find(({ externalId }) => externalId === booking.externalId) as Record<
        string,
        unknown
      >,
    audit: () =>
      database.query('SELECT actor, action, details FROM pms_audit_entry WHERE hotel_id = $1 ORDER BY id', [hotelId]),
    async elapse(ms) {
      const passed = ['ready_at', 'lease_expires_at', 'expires_at', 'accepted_at', 'sent_at']
      await database.query(
        `UPDATE pms_change SET ${passed.map((column) => `${column} = ${column} - $2 * interval '1 ms'`).join(', ')}
         WHERE hotel_id = $1 AND ended_at IS NULL`,
        [hotelId, ms],
      )
    },
    another: (more = {}) => createTestServices(database, { ...options.parts, ...more }),
    [Symbol.asyncDispose]: () => vendor[Symbol.asyncDispose](),
  }
}

/** Tests of other hotels share the database: only this one's changes are taken. */
async function claimOne(services: Services, changes: Services['changes'], hotelId: string): Promise<Change | null> {
  const due = await services.database.query<{ id: string }>(
    'SELECT id FROM pms_change WHERE hotel_id = $1 AND ended_at IS NULL ORDER BY number',
    [hotelId],
  )
  for (const { id } of due) {
    const claimed = await changes.claim(id)
    if (claimed !== null) return claimed
  }
  return null
}
