import { mock } from '../../src/providers/mock/index.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import type { EntityType } from '../../src/records/entity-type.ts'
import { addHotel } from '../kit/rows.ts'
import { type Dashboard, startDashboard } from './kit.ts'

/** A dashboard, and a mock PMS whose bookings hotels change: each booking is of one test. */
export interface ChangeWorld extends AsyncDisposable {
  readonly dashboard: Dashboard
  readonly vendor: Simulator
  /** A hotel at the mock PMS with its rows, and so many bookings of it that no other test changes. */
  hotelWith(count: number, options?: { writeEnabled?: boolean }): Promise<ChangingHotel>
}

export interface ChangingHotel {
  readonly hotelId: string
  readonly bookings: readonly { readonly id: string; readonly externalId: string; readonly checkOut: string }[]
  sync(types?: readonly EntityType[]): Promise<void>
  /** Asks for another departure of a booking, as the tester. */
  ask(index: number, checkOut: string): Promise<void>
  /** Sends what is open, as a worker would. */
  work(): Promise<void>
}

export async function startChangeWorld(): Promise<ChangeWorld> {
  await using parts = new AsyncDisposableStack()
  const dashboard = parts.use(await startDashboard())
  const vendor = parts.use(await mock.simulate({ bookings: 120, rooms: 8, guests: 4 }))
  const { api } = dashboard
  const taken = new Set<string>()
  const hotelWith = async (count: number, { writeEnabled = true } = {}): Promise<ChangingHotel> => {
    const hotelId = await addHotel(api.database)
    const { credentials, settings } = vendor
    const query = `mutation ($input: PmsConfigurationInput!) { upsertConfiguration(input: $input) { errors { code } } }`
    await api.send({ query, variables: { input: { hotelId, provider: 'mock', credentials, settings, writeEnabled } } })
    const sync = async (types: readonly EntityType[] = ['ROOM', 'ROOM_TYPE', 'BOOKING']) => {
      for (const entityType of types) {
        const { id } = await api.engine.request({ hotelId, provider: 'mock', entityType, trigger: 'MANUAL' })
        await api.engine.run(id)
        await api.engine.waitForEnd(id)
      }
    }
    await sync()
    const stored = await api.database.query<ChangingHotel['bookings'][number]>(
      `SELECT id, external_id AS "externalId", check_out::text AS "checkOut" FROM pms_booking
       WHERE hotel_id = $1 AND status = 'CONFIRMED' ORDER BY external_id`,
      [hotelId],
    )
    // Tests run beside one another: nobody waits between looking and taking.
    const bookings = stored.filter(({ externalId }) => !taken.has(externalId)).slice(0, count)
    for (const { externalId } of bookings) taken.add(externalId)
    if (bookings.length < count) throw new Error('The simulator has too few bookings.')
    return {
      ...{ hotelId, bookings, sync },
      async ask(index, checkOut) {
        const wish = { hotelId, action: 'BOOKING_CHANGE' as const, entityId: bookings[index]?.id ?? '' }
        await api.changes.request({
          ...wish,
          values: { checkOut },
          options: { pricing: 'KEEP' },
          requestedBy: 'tester',
        })
      },
      async work() {
        const open = await api.database.query<{ id: string }>(
          `SELECT id FROM pms_change WHERE hotel_id = $1 AND ended_at IS NULL ORDER BY number`,
          [hotelId],
        )
        for (const { id } of open) {
          const claimed = await api.changes.claim(id)
          if (claimed !== null) await api.changes.work(claimed)
        }
      },
    }
  }
  const opened = parts.move()
  return { dashboard, vendor, hotelWith, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}
