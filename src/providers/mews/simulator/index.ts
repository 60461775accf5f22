import { z } from 'zod'
import type { RowKind } from '../../provider.ts'
import type { SimulatorOptions } from '../../simulator.ts'
import { type Announce, announcing } from '../../simulator-kit/deliveries.ts'
import { spoilItem } from '../../simulator-kit/page-faults.ts'
import type { SimulatorAnswer, SimulatorRequest } from '../../simulator-kit/server.ts'
import { type SimulatedHotel, type SimulatorDefinition, startSimulator } from '../../simulator-kit/simulator.ts'
import { CONFIGURATION } from '../client.ts'
import { limits } from '../limits.ts'
import { failure, ok } from './answers.ts'
import { nights } from './calendar-lists.ts'
import { configuration } from './catalog.ts'
import { facts } from './facts.ts'
import { calendarParameters, parameters } from './filters.ts'
import { ENTERPRISE_ID, idOf } from './ids.ts'
import { CALENDARS, OPERATIONS } from './operations.ts'
import { renderBooking } from './render-booking.ts'
import { renderJoinedBlock, renderTask } from './render-care.ts'
import { renderGuest } from './render-guest.ts'
import { renderRatePlan, renderRoomType } from './render-house.ts'
import { renderHousekeeping, renderRoom } from './render-room.ts'
import { createStream } from './stream.ts'
import { BOOKING_COMMANDS } from './write-bookings.ts'
import { CARE_COMMANDS } from './write-care.ts'

/** Starts a server that speaks the part of the Connector API that this provider uses. */
export const simulateMews = async (options?: SimulatorOptions) =>
  announcing(await startSimulator(mewsVendor, options), announce, options?.clock)

const DISCRIMINATORS: { readonly [K in RowKind]?: string } = {
  bookings: 'ServiceOrderUpdated',
  rooms: 'ResourceUpdated',
  housekeeping: 'ResourceUpdated',
  guests: 'CustomerUpdated',
  roomBlocks: 'ResourceBlockUpdated',
}

const announce: Announce = ({ kind, id }) => {
  const discriminator = DISCRIMINATORS[kind]
  if (discriminator === undefined) return null
  const Events = [{ Discriminator: discriminator, Value: { Id: id } }]
  return { body: JSON.stringify({ EnterpriseId: ENTERPRISE_ID, Events }) }
}

const mewsVendor: SimulatorDefinition = {
  wire: {
    bookings: renderBooking,
    rooms: (room) => renderRoom(room),
    housekeeping: (room) => renderHousekeeping(room),
    guests: (guest) => renderGuest(guest),
    roomTypes: renderRoomType,
    ratePlans: renderRatePlan,
    roomBlocks: renderJoinedBlock,
    maintenanceRequests: renderTask,
  },
  partsOf: { housekeeping: 'rooms' },
  facts,
  spoil,
  ids: {
    bookings: (index) => idOf('bookings', index),
    rooms: (index) => idOf('rooms', index),
    guests: (index) => idOf('guests', index),
    roomTypes: (index) => idOf('roomTypes', index),
    ratePlans: (index) => idOf('ratePlans', index),
    roomBlocks: (index) => idOf('roomBlocks', index),
    maintenanceRequests: (index) => idOf('maintenanceRequests', index),
  },
  nights,
  rateLimit: limits.rate,
  connection: ({ url, port }) => ({
    credentials: { clientToken: `client-token-${port}`, accessToken: `access-token-${port}` },
    // Its hotels have a year of history.
    settings: { platformUrl: url, historyFrom: '2025-01-01' },
    externalHotelId: ENTERPRISE_ID,
  }),
  stream: createStream,
  failure: (status) => failure(status, status === 401 ? 'Invalid AccessToken.' : `The simulator says ${status}.`),
  handle,
}

/** The vendor's own part of items that are put together. */
const PARTS: { readonly [K in RowKind]?: string } = {
  bookings: 'Reservation',
  rooms: 'Resource',
  housekeeping: 'Resource',
  roomBlocks: 'Block',
}

/** Joined items are spoiled where the vendor's own part of them is. */
function spoil(kind: RowKind, raw: unknown): unknown {
  const own = PARTS[kind]
  if (own === undefined) return spoilItem(raw)
  const item = raw as Record<string, unknown>
  return { ...item, [own]: spoilItem(item[own]) }
}

const COMMANDS = new Map([...BOOKING_COMMANDS, ...CARE_COMMANDS])
const PATH = /^\/api\/connector\/v1\/(.+)$/

function handle(request: SimulatorRequest, hotel: SimulatedHotel): SimulatorAnswer {
  const [, name = ''] = PATH.exec(request.path) ?? []
  const command = COMMANDS.get(name)
  const isKnown = [OPERATIONS, CALENDARS, COMMANDS].some((known) => known.has(name)) || name === CONFIGURATION
  if (request.method !== 'POST' || !isKnown) return failure(404, 'Not found.')
  const body = parseJson(request.body)
  const refused = refusalOf(body, hotel)
  if (refused !== null) return refused
  const answer = command !== undefined ? command(body, hotel) : answerOf(name, body, hotel)
  return answer ?? failure(400, 'Invalid parameters.')
}

const tokens = z.object({ ClientToken: z.string(), AccessToken: z.string(), Client: z.string().min(1) })

function refusalOf(body: unknown, { credentials }: SimulatedHotel): SimulatorAnswer | null {
  const sent = tokens.safeParse(body)
  if (!sent.success) return failure(400, 'Invalid JSON.')
  if (sent.data.ClientToken !== credentials.clientToken) return failure(401, 'Invalid ClientToken.')
  return sent.data.AccessToken === credentials.accessToken ? null : failure(401, 'Invalid AccessToken.')
}

/** Null for parameters that the vendor refuses. */
function answerOf(name: string, body: unknown, hotel: SimulatedHotel): SimulatorAnswer | null {
  const [calendar, operation] = [CALENDARS.get(name), OPERATIONS.get(name)]
  if (calendar !== undefined) return answerTo(calendarParameters, body, (asked) => calendar(asked, hotel))
  if (operation !== undefined) return answerTo(parameters, body, (asked) => operation(asked, hotel))
  return ok(configuration(hotel))
}

function answerTo<T extends z.ZodType>(schema: T, body: unknown, answer: (asked: z.output<T>) => object | null) {
  const asked = schema.safeParse(body)
  const found = asked.success ? answer(asked.data) : null
  return found && ok(found)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
