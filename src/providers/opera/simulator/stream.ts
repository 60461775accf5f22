import { createHash } from 'node:crypto'
import type { ActionName } from '../../../records/changes/actions.ts'
import { wallClockOf } from '../../local-time.ts'
import type { RowKind } from '../../provider.ts'
import type { SimulatorFaults } from '../../simulator.ts'
import type { Change } from '../../simulator-kit/deliveries.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import type { StreamConnection, StreamVendor } from '../../simulator-kit/stream-server.ts'
import { PROTOCOL, readFrame } from '../stream/frames.ts'
import { HOTEL } from './render.ts'

export const CHAIN_CODE = 'SIM'

const REST_MS = 10_000
const [INIT_MS, SUBSCRIBE_MS, PING_MS] = [5_000, 10_000, 15_000]
const MODULES: { readonly [K in RowKind]?: readonly [string, { readonly [W in Change]: string }] } = {
  bookings: ['RESERVATION', { created: 'NEW RESERVATION', updated: 'UPDATE RESERVATION', removed: 'CANCEL' }],
  housekeeping: [
    'HOUSEKEEPING',
    { created: 'UPDATE ROOM STATUS', updated: 'UPDATE ROOM STATUS', removed: 'UPDATE ROOM STATUS' },
  ],
  roomBlocks: [
    'HOUSEKEEPING',
    { created: 'NEW OUT OF ORDER', updated: 'UPDATE OUT OF ORDER', removed: 'UPDATE OUT OF ORDER' },
  ],
  guests: ['PROFILE', { created: 'NEW PROFILE', updated: 'UPDATE PROFILE', removed: 'DELETE PROFILE' }],
}

/** Where the vendor calls what somebody did by a name of its own. */
const EVENTS: { readonly [A in ActionName]?: string } = {
  BOOKING_CANCEL: 'CANCEL',
  BOOKING_REINSTATE: 'ROLLBACK CANCEL',
  BOOKING_CHECK_IN: 'CHECK IN',
  BOOKING_UNDO_CHECK_IN: 'REVERSE CHECK IN',
  BOOKING_CHECK_OUT: 'CHECK OUT',
}

interface Consumer {
  readonly connection: StreamConnection
  readonly id: string
}

/** Business events as the gateway streams them: one consumer at a time, from an offset on. */
export function createStream(
  hotel: SimulatedHotel,
  faults: () => SimulatorFaults,
  isLive: (authorization: unknown) => boolean,
): StreamVendor {
  const { appKey } = hotel.credentials
  const key = createHash('sha256').update(String(appKey)).digest('hex')
  const events = createEvents(hotel)
  let consumer: Consumer | null = null
  let freeAtMs = 0
  const isTaken = () => consumer !== null || faults().streamLockedOut === true || performance.now() < freeAtMs

  return {
    path: '/subscriptions',
    protocol: PROTOCOL,
    admit: ({ query }) => (query.get('key') === key ? null : 400),
    changed(change) {
      const event = events.add(change)
      if (event !== null && consumer !== null) consumer.connection.send(next(consumer.id, event))
    },
    open(connection) {
      let own: Consumer | null = null
      let isKnown = false
      let timer = setTimeout(() => connection.close(4408, 'Connection initialisation timeout'), INIT_MS)
      const expect = (ms: number, code: number, reason: string) => {
        clearTimeout(timer)
        timer = setTimeout(() => connection.close(code, reason), ms)
      }
      const leave = (restMs: number) => {
        if (own === null || consumer !== own) return
        consumer = null
        freeAtMs = performance.now() + restMs
      }
      const init = (payload: Record<string, unknown>) => {
        if (payload['x-app-key'] !== appKey || !isLive(payload.Authorization))
          return connection.close(4401, 'Unauthorized')
        isKnown = true
        connection.send({ type: 'connection_ack' })
        expect(SUBSCRIBE_MS, 4408, 'No subscription')
      }
      const subscribe = (id: string, query: string) => {
        if (!isKnown) return connection.close(4401, 'Unauthorized')
        if (!query.includes(`chainCode: "${CHAIN_CODE}"`)) return connection.close(4400, 'Unknown chain')
        if (isTaken()) return connection.close(4409, 'Only one consumer is allowed')
        own = { connection, id }
        consumer = own
        expect(PING_MS + 1_000, 1001, 'No ping')
        const from = /offset: "(\d+)"/.exec(query)?.[1]
        for (const event of events.from(from === undefined ? null : Number(from))) connection.send(next(id, event))
      }
      return {
        onMessage(text) {
          const frame = readFrame(text)
          const message = frame === null ? {} : (JSON.parse(text) as { id?: string; payload?: Record<string, unknown> })
          if (frame?.type === 'connection_init') init(message.payload ?? {})
          else if (frame?.type === 'subscribe') subscribe(message.id ?? '', String(message.payload?.query))
          else if (frame?.type === 'ping') {
            connection.send({ type: 'pong' })
            if (own !== null) expect(PING_MS + 1_000, 1001, 'No ping')
          } else if (frame?.type === 'complete') {
            leave(0)
            connection.close(1000, 'Bye')
          }
        },
        onClose() {
          clearTimeout(timer)
          // Who goes without a word is taken for connected for a while.
          leave(faults().streamLingersMs ?? REST_MS)
        },
      }
    },
  }
}

interface Event {
  readonly offset: number
  readonly body: object
}

const next = (id: string, { body }: Event) => ({ id, type: 'next', payload: { data: { newEvent: body } } })

/** What happened, in order, with the positions that the vendor gives it. */
function createEvents({ clock, timeZone }: SimulatedHotel) {
  const events: Event[] = []
  const first = 17_000
  return {
    from: (offset: number | null) => (offset === null ? [] : events.slice(Math.max(0, offset - first))),
    add({ kind, what, id, action }: Parameters<StreamVendor['changed']>[0]): Event | null {
      const [moduleName, names] = MODULES[kind] ?? []
      if (moduleName === undefined || names === undefined) return null
      const offset = first + events.length
      const body = {
        metadata: { offset: String(offset), uniqueEventId: `event-${offset}` },
        ...{
          moduleName,
          eventName: (action && EVENTS[action]) ?? names[what],
          primaryKey: id,
          timestamp: stamp(clock.now(), timeZone),
        },
        ...{ hotelId: HOTEL.hotelId, publisherId: '57475', actionInstanceId: String(2_240_000 + offset), detail: [] },
      }
      const event = { offset, body }
      events.push(event)
      return event
    },
  }
}

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')

/** `16-SEP-26 09.41.02.118003 AM`, as the clocks of the property show it. */
function stamp(instant: Date, timeZone: string): string {
  const [day = '', time = ''] = wallClockOf(instant, timeZone).split('T')
  const [year = '', month = '', date = ''] = day.split('-')
  const [hours = '', minutes, seconds = ''] = time.split(':')
  const hour = String(Number(hours) % 12 || 12).padStart(2, '0')
  const half = Number(hours) < 12 ? 'AM' : 'PM'
  return `${date}-${MONTHS[Number(month) - 1]}-${year.slice(2)} ${hour}.${minutes}.${seconds.padEnd(9, '0')} ${half}`
}
