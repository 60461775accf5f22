import { randomUUID } from 'node:crypto'
import {
  type ChannexOptions,
  type ChannexSimulator,
  simulateChannex,
} from '../../src/distribution/channex/simulator.ts'
import type { ChannelInput } from '../../src/distribution/distribution.ts'
import { type ChannelStatus, listChannels } from '../../src/distribution/rows.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { dayNumberIn, dayOf } from '../../src/records/days.ts'
import type { Vault } from '../../src/security/vault.ts'
import type { Services } from '../../src/services.ts'
import { anAvailability, aRate, type SpanChanges } from '../sync/spans/spans.ts'
import { openTestDatabase } from './database.ts'
import { type ScriptedVendor, scriptedVendor } from './scripted-provider.ts'
import { createTestServices, testVault } from './services.ts'
import { insertHotel } from './test-hotel.ts'

/** A hotel that sells a year of one room type and one plan, at a channel that is a simulator. */
export interface ChannelHotel extends AsyncDisposable {
  readonly hotelId: string
  readonly database: Database
  readonly services: Services
  readonly vendor: ScriptedVendor
  readonly channel: ChannexSimulator
  /** The day from now on, on the hotel's calendar. */
  day(ahead: number): string
  /** The PMS has these; what came last holds. Then all of it is read. */
  price(span: SpanChanges & { price?: number }): Promise<void>
  rooms(span: SpanChanges & { left?: number }): Promise<void>
  read(): Promise<void>
  /** Turns of the channel until there is nothing to do, as if every wait had passed. @returns how many */
  send(): Promise<number>
  /** One turn; false when none is due. */
  turn(): Promise<boolean>
  status(): Promise<ChannelStatus>
  reconnect(changes?: Partial<ChannelInput>): Promise<ChannelStatus>
}

export const ROOM = 'room-dbl'
export const PLAN = 'plan-bar-dbl'
const DAYS = 365
const TIME_ZONE = 'Europe/Lisbon'

export async function openChannelHotel(
  changes: Partial<ChannelInput> = {},
  { vault = testVault, leaseMs, ...options }: ChannexOptions & { vault?: Vault; leaseMs?: number } = {
    perMinute: 1_000,
  },
): Promise<ChannelHotel> {
  await using parts = new AsyncDisposableStack()
  const database = parts.use(await openTestDatabase())
  const channel = parts.use(await simulateChannex(options))
  const vendor = scriptedVendor(`selling-${randomUUID()}`)
  const adapters = () => vendor.adapter
  // The kit's hotels are sealed with its own key.
  const { distribution } = createTestServices(database, {
    ...{ adapters, vault },
    ...(leaseMs !== undefined && { channelTiming: { leaseMs } }),
  })
  const services = { ...createTestServices(database, { adapters }), distribution }
  const hotelId = `hotel-${randomUUID()}`
  const provider = vendor.adapter.key
  await insertHotel(database, hotelId, provider)
  const today = dayNumberIn(TIME_ZONE, new Date())
  const day = (ahead: number) => dayOf(today + ahead)
  const sync = async (entityType: 'RATE' | 'AVAILABILITY') => {
    const asked = { hotelId, provider, entityType, slice: 'NEAR', trigger: 'MANUAL', full: true } as const
    const { id } = await services.engine.request(asked)
    await services.engine.run(id)
    await services.engine.waitForEnd(id)
  }
  const read = async () => {
    await sync('RATE')
    await sync('AVAILABILITY')
  }
  const turn = async () => {
    const row = await services.distribution.claim()
    if (row === null) return false
    await services.distribution.work(row)
    return true
  }
  const reconnect = (more: Partial<ChannelInput> = {}) =>
    services.distribution.connect({
      ...{ hotelId, channel: 'channex', provider, propertyId: channel.propertyId, currency: 'EUR' },
      ...{ credentials: channel.credentials, settings: channel.settings },
      rooms: [{ roomTypeExternalId: 'DBL', channelId: ROOM }],
      plans: [{ roomTypeExternalId: 'DBL', ratePlanExternalId: 'BAR', channelId: PLAN }],
      ...changes,
      ...more,
    })
  vendor.items.rates.push(aRate({ from: day(0), days: DAYS, price: 10_000 }) as never)
  vendor.items.availability.push(anAvailability({ from: day(0), days: DAYS, left: 5 }) as never)
  await read()
  await reconnect()
  const all = parts.move()
  return {
    ...{ hotelId, database, services, vendor, channel, day, read, turn, reconnect },
    async price(span) {
      vendor.items.rates.push(aRate(span) as never)
      await sync('RATE')
    },
    async rooms(span) {
      vendor.items.availability.push(anAvailability(span) as never)
      await sync('AVAILABILITY')
    },
    async send() {
      for (let turns = 0; ; turns++) {
        await database.query(`UPDATE pms_channel SET ready_at = now(),
          look_at = CASE WHEN is_unconfirmed OR state IN ('OPENING', 'WAITING') OR refused @> '[{"isClosed": false}]'
            THEN now() ELSE look_at END`)
        if (turns === 12 || !(await turn())) return turns
      }
    },
    async status() {
      const [status] = await listChannels(database, hotelId)
      if (status === undefined) throw new Error('It is not connected')
      return status
    },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  }
}
