import { createHmac, randomUUID } from 'node:crypto'
import type { RowKind } from '../../provider.ts'
import type { SimulatorOptions } from '../../simulator.ts'
import { type Announce, announcing } from '../../simulator-kit/deliveries.ts'
import { answerGraphql, errorsOf, SimulatedGraphqlError, type SimulatedRoots } from '../../simulator-kit/graphql.ts'
import type { Position } from '../../simulator-kit/ledger.ts'
import type { SimulatorAnswer, SimulatorRequest } from '../../simulator-kit/server.ts'
import { type SimulatedHotel, type SimulatorDefinition, startSimulator } from '../../simulator-kit/simulator.ts'
import { HEADER } from '../connector/signature.ts'
import { limits } from '../limits.ts'
import { availabilityOf, nights, ratesOf } from './calendar.ts'
import { type Completed, createCommands } from './commands.ts'
import {
  bookingFacts,
  housekeepingFacts,
  renderReservation,
  renderRoom,
  renderRoomState,
  roomFacts,
  TENTATIVE,
} from './render.ts'
import { renderRoomBlock, roomBlockFacts } from './render-blocks.ts'

/** Starts a connector gateway over an invented hotel. */
export async function simulateProtel(options?: SimulatorOptions) {
  const commands = createCommands((completed) => simulator.post((to) => completedMessage(completed, to)))
  const definition = { ...connector, handle: createHandler(commands) }
  const simulator = announcing(await startSimulator(definition, options), announce, options?.clock)
  return simulator
}

const ENTITY_KINDS: { readonly [K in RowKind]?: string } = {
  bookings: 'reservation',
  rooms: 'room',
  housekeeping: 'room',
}

const announce: Announce = ({ kind, what, id }, { at, secret }) => {
  const entityKind = ENTITY_KINDS[kind]
  if (entityKind === undefined) return null
  const about = { id: randomUUID(), type: `${entityKind}.${what}`, occurredAt: at, correlationId: randomUUID() }
  const entity = { kind: entityKind, id }
  return signed({ ...about, sourceMessage: 'OTA_HotelResNotifRQ', entity }, { at, secret })
}

function completedMessage({ errors, ...about }: Completed, { at, secret }: { at: Date; secret: string | null }) {
  const entity = { kind: 'command', id: about.correlationId }
  const command = { state: errors.length === 0 ? 'SUCCEEDED' : 'FAILED', errors }
  return signed(
    { id: randomUUID(), type: 'command.completed', occurredAt: at, ...about, entity, command },
    { at, secret },
  )
}

function signed(event: object, { at, secret }: { at: Date; secret: string | null }) {
  const body = JSON.stringify({ ...event, propertyId: PROPERTY_ID })
  const time = Math.floor(at.getTime() / 1_000)
  const sign = (key: string) => createHmac('sha256', key).update(`${time}.${body}`).digest('hex')
  return { body, ...(secret !== null && { headers: { [HEADER]: `t=${time},v1=${sign(secret)}` } }) }
}

const PROPERTY_ID = '2691'

const connector: Omit<SimulatorDefinition, 'handle'> = {
  wire: {
    bookings: renderReservation,
    rooms: renderRoom,
    housekeeping: renderRoomState,
    roomBlocks: renderRoomBlock,
  },
  partsOf: { housekeeping: 'rooms' },
  facts: {
    bookings: bookingFacts,
    rooms: roomFacts,
    housekeeping: housekeepingFacts,
    roomBlocks: roomBlockFacts,
  },
  ids: {
    bookings: (index) => String(198_001 + index),
    rooms: (index) => String(1 + index),
    guests: (index) => String(341_001 + index),
  },
  nights,
  rateLimit: limits.rate,
  connection: ({ url, port }) => ({
    credentials: { accessToken: `protel-connector-${port}` },
    settings: { url: `${url}/graphql`, tentativeStatusCodes: TENTATIVE },
    externalHotelId: PROPERTY_ID,
  }),
  failure: (status) => ({ status, body: errorsOf(CODES[status] ?? 'INTERNAL_SERVER_ERROR') }),
}

const CODES: Readonly<Record<number, string>> = { 401: 'UNAUTHENTICATED', 404: 'NOT_FOUND', 429: 'RATE_LIMITED' }

function createHandler(commands: ReturnType<typeof createCommands>): SimulatorDefinition['handle'] {
  return (request: SimulatorRequest, hotel: SimulatedHotel): SimulatorAnswer => {
    if (request.method !== 'POST' || request.path !== '/graphql') return { status: 404, body: errorsOf('NOT_FOUND') }
    if (request.headers.authorization !== `Bearer ${hotel.credentials.accessToken}`)
      return { status: 200, body: errorsOf('UNAUTHENTICATED') }
    let isLost = false
    const taken = commands(hotel, () => {
      isLost = true
    })
    const mutations = Object.entries(taken).map(([name, resolve]) => [name, ofProperty(resolve)] as const)
    const answer = answerGraphql(request.body, { ...rootsOf(hotel), ...Object.fromEntries(mutations) })
    return isLost ? { status: 0 } : answer
  }
}

type Args = Readonly<Record<string, unknown>>

function rootsOf(hotel: SimulatedHotel): SimulatedRoots {
  return {
    property: ({ id }) => (id === PROPERTY_ID ? propertyOf(hotel) : null),
    reservations: ofProperty((args) => connectionOf('bookings', args, hotel)),
    rooms: ofProperty((args) => roomsOf(args, hotel)),
    roomBlocks: ofProperty((args) => connectionOf('roomBlocks', args, hotel)),
    rates: ofProperty((args) => ratesOf(args, hotel)),
    availability: ofProperty((args) => availabilityOf(args, hotel)),
    reservation: ofProperty(({ id }) => reservationOf(String(id), hotel)),
  }
}

const ofProperty = (resolve: (args: Args) => unknown) => (args: Args) => {
  if (args.propertyId !== PROPERTY_ID) throw new SimulatedGraphqlError('FORBIDDEN')
  return resolve(args)
}

function propertyOf({ name, timeZone, currency }: SimulatedHotel) {
  const reads = { flavour: 'pAir', reservationRead: true, roomStatusRead: true }
  const takes = { reservationModify: false, checkIn: true, checkOut: true, roomStatusWrite: true }
  return { id: PROPERTY_ID, name, timeZone, currency, capabilities: { ...reads, ...takes } }
}

function reservationOf(id: string, hotel: SimulatedHotel) {
  const { ledger, read } = hotel.collections.bookings
  const entry = ledger.entries[ledger.find(id)]
  return entry === undefined ? null : renderReservation(read(entry), hotel)
}

/** How a room is stands in the same list as what it is. */
function roomsOf(args: Args, hotel: SimulatedHotel) {
  const { edges, pageInfo } = connectionOf('rooms', args, hotel)
  const states = hotel.collections.housekeeping
  const stateOf = (node: unknown) => {
    const found = states.find(String(Object(node).id))
    return found && { hkStatus: renderRoomState(found).hkStatus }
  }
  return { edges: edges.map(({ node, cursor }) => ({ node: { ...Object(node), ...stateOf(node) }, cursor })), pageInfo }
}

/** In the order of changes. The cursor names a position in that order, so it stays valid when its item moves or disappears. */
function connectionOf(kind: RowKind, { updatedSince, first, after }: Args, { collections, deliver }: SimulatedHotel) {
  const { ledger } = collections[kind]
  const limit = Number(first ?? limits.pageSize)
  const position = typeof after === 'string' ? positionOf(after) : null
  const changedAfter = typeof updatedSince === 'string' ? Date.parse(updatedSince) : null
  if (!Number.isInteger(limit) || limit < 1 || Number.isNaN(changedAfter))
    throw new SimulatedGraphqlError('BAD_USER_INPUT')

  const from = changedAfter === null ? 0 : ledger.range(changedAfter + 1, null).from
  const start = position === null ? from : Math.max(from, ledger.positionAfter(position))
  const entries = ledger.entries.slice(start, start + limit)
  const last = entries.at(-1)
  const undelivered = () => ledger.entries.slice(start + limit)
  const hasNextPage = start + limit < ledger.entries.length
  const items = deliver(kind, { entries, isContinued: position !== null, undelivered })
  return {
    edges: items.map((node, index) => ({ node, cursor: String(start + index + 1) })),
    pageInfo: { hasNextPage, endCursor: last === undefined ? null : cursorOf(last) },
  }
}

const cursorOf = ({ updatedAtMs, id }: Position) => Buffer.from(`${updatedAtMs}|${id}`).toString('base64url')

function positionOf(cursor: string): Position {
  const [, time, id] = /^(\d+)\|(.+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (time === undefined || id === undefined) throw new SimulatedGraphqlError('INVALID_CURSOR')
  return { updatedAtMs: Number(time), id }
}
