import { z } from 'zod'
import { hotelDate } from '../../../records/common.ts'
import type { RowKind } from '../../provider.ts'
import type { WriteRequest } from '../../simulator-kit/desk.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import type { SimulatorAnswer } from '../../simulator-kit/server.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { blockKinds, conditions, maintenanceStates, priorities } from '../status.ts'
import { answerOf, failure } from './answers.ts'

type Target = Pick<WriteRequest<RowKind>, 'externalId' | 'key'>
/** Reads a body and has it done; null: it is no such request. */
type Route = (body: unknown, target: Target, hotel: SimulatedHotel) => SimulatorAnswer | null

const word = <T extends string>(values: Readonly<Record<string, T>>) =>
  z
    .string()
    .refine((value) => Object.hasOwn(values, value))
    .transform((value) => values[value] as T)
const text = z.string().min(1).nullable()

const block = z
  .object({
    kind: word(blockKinds.values),
    first_night: hotelDate,
    last_night: hotelDate,
    reason_code: text,
    reason: text,
    return_as: word(conditions.values).nullable(),
  })
  .refine(({ first_night: first, last_night: last }) => last >= first)

const request = z.object({
  title: z.string().min(1),
  code: text,
  details: text,
  priority: word(priorities).nullable(),
  assignee: text,
  due: z.iso.datetime().nullable(),
})

/** What is done to rooms, by list and address. */
const ROUTES: Readonly<Record<string, Route>> = {
  'housekeeping PUT ': define('housekeeping', z.object({ condition: word(conditions.values) }), ({ condition }) => ({
    action: 'HOUSEKEEPING_CONDITION',
    change: () => ({ condition }),
  })),
  'rooms POST /blocks': define('rooms', block, (body, { externalId }, { collections }) => ({
    action: 'ROOM_BLOCK_CREATE',
    refuse: () => (blocksOf(collections, externalId).some((each) => meets(each, body)) ? 'overlaps' : null),
    adds: {
      kind: 'roomBlocks',
      fields: {
        ...{ kind: body.kind, ...roomOf(collections, externalId) },
        ...{ firstNight: body.first_night, lastNight: body.last_night, startsAt: null, endsAt: null },
        ...{ reasonCode: body.reason_code, reason: body.reason, returnCondition: body.return_as },
      },
    },
  })),
  'roomBlocks POST /end': define(
    'roomBlocks',
    z.object({ return_as: word(conditions.values).nullable() }),
    ({ return_as: condition }, _, { collections }) => ({
      action: 'ROOM_BLOCK_END',
      change({ roomExternalId }) {
        if (condition !== null) collections.housekeeping.change(roomExternalId, { condition })
        return null
      },
    }),
  ),
  'rooms POST /requests': define('rooms', request, (body, { externalId }, { collections, clock }) => ({
    action: 'MAINTENANCE_CREATE',
    adds: {
      kind: 'maintenanceRequests',
      fields: {
        ...{ ...fieldsOf(body), ...roomOf(collections, externalId), place: null },
        ...{ status: 'OPEN', reportedAt: clock.now(), resolvedAt: null },
      },
    },
  })),
  'maintenanceRequests PUT ': define(
    'maintenanceRequests',
    request.extend({ state: word(maintenanceStates.values) }),
    ({ state, ...body }, _, { clock }) => ({
      action: 'MAINTENANCE_UPDATE',
      change: ({ resolvedAt }) => ({
        ...{ ...fieldsOf(body), status: state },
        resolvedAt: state === 'RESOLVED' ? (resolvedAt ?? clock.now()) : null,
      }),
    }),
  ),
}

type Part<K extends RowKind> = Pick<WriteRequest<K>, 'action' | 'adds'> &
  Partial<Pick<WriteRequest<K>, 'refuse' | 'change'>>

function define<K extends RowKind, S extends z.ZodType>(
  kind: K,
  schema: S,
  read: (body: z.output<S>, target: Target, hotel: SimulatedHotel) => Part<K>,
): Route {
  return (body, target, hotel) => {
    const parsed = schema.safeParse(body)
    if (!parsed.success) return null
    const part = { refuse: () => null, change: () => ({}), ...read(parsed.data, target, hotel) }
    return answerOf(hotel.desk.perform<K>({ ...part, ...target, kind, sideEffects: [] }))
  }
}

type Collections = SimulatedHotel['collections']
type Block = SimulatedItems['roomBlocks']

const fieldsOf = ({ title, code, details, priority, assignee, due }: z.output<typeof request>) => ({
  ...{ title, code, description: details, priority, assignee },
  dueAt: due === null ? null : new Date(due),
})

const roomOf = ({ rooms }: Collections, id: string) => ({
  roomExternalId: id,
  roomNumber: rooms.find(id)?.roomNumber ?? null,
})

const all = <K extends 'roomBlocks' | 'maintenanceRequests'>(collections: Collections, kind: K) =>
  collections[kind].ledger.entries.map((entry) => collections[kind].read(entry) as SimulatedItems[K])

const blocksOf = (collections: Collections, roomId: string) =>
  all(collections, 'roomBlocks').filter(({ roomExternalId }) => roomExternalId === roomId)

const meets = ({ firstNight, lastNight }: Block, { first_night: first, last_night: last }: z.output<typeof block>) =>
  firstNight <= last && (lastNight === null || lastNight >= first)

export function handleCareWrite(
  list: string,
  address: string,
  body: unknown,
  target: Target,
  hotel: SimulatedHotel,
): SimulatorAnswer | null {
  const route = ROUTES[`${list} ${address}`]
  return route === undefined ? null : (route(body, target, hotel) ?? failure(422, 'invalid'))
}

/** External ids of the blocks or requests of a room. */
export function idsOfRoom(collections: Collections, list: 'blocks' | 'requests', roomId: string): string[] {
  const items = all(collections, list === 'blocks' ? 'roomBlocks' : 'maintenanceRequests')
  return items.filter(({ roomExternalId }) => roomExternalId === roomId).map(({ externalId }) => externalId)
}
