import { z } from 'zod'
import { hotelDate } from '../../../records/common.ts'
import type { RowKind } from '../../provider.ts'
import type { WriteRequest } from '../../simulator-kit/desk.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { conditions } from '../status.ts'
import { addDays } from '../walk/slices.ts'
import { closureWordOf, lastNightOf } from './render-house.ts'

/** What is to be done to one thing, of any kind. */
export type CareRequest = { [K in RowKind]: Omit<WriteRequest<K>, 'sideEffects'> }[RowKind]
/** Reads a body; null: it does not fit the operation. */
type Route = (body: unknown, hotel: SimulatedHotel, ids: readonly string[]) => readonly CareRequest[] | null

const word = z.enum(['Clean', 'Dirty', 'Pickup', 'Inspected'])
const conditionOf = (said: z.output<typeof word> | undefined) => (said ? (conditions.values[said] ?? null) : null)
const range = z
  .object({ start: hotelDate, end: hotelDate, reasonCode: z.string().min(1), repairRemarks: z.string().optional() })
  .extend({ returnStatus: word.optional() })
  .refine(({ start, end }) => end >= start)
const create = z.object({
  criteria: z.object({ roomRangeList: z.object({ roomIds: z.array(z.string()).min(1), roomOutOfOrder: range }) }),
})
const ended = z.object({ start: hotelDate, end: hotelDate.optional(), returnStatus: word.optional() })
const complete = z.object({
  criteria: z.object({
    roomRepairByRoomNumber: z.array(z.object({ roomId: z.string(), roomOutOfOrder: ended })).min(1),
  }),
})
const request = z.object({
  criteria: z.object({
    maintenanceCode: z.string().min(1),
    remarks: z.string(),
    roomIds: z.array(z.string()).optional(),
  }),
})

const blocks = (kind: 'OUT_OF_ORDER' | 'OUT_OF_SERVICE') => {
  const closure = closureWordOf({ kind })
  const find = ({ collections }: SimulatedHotel, room: string, start: string) =>
    collections.roomBlocks.ledger.entries
      .map((entry) => collections.roomBlocks.read(entry))
      .find((one) => one.roomNumber === room && one.firstNight === start && closureWordOf(one) === closure)
  const post: Route = (body, hotel) => {
    const list = create.safeParse(body).data?.criteria.roomRangeList
    if (list === undefined) return null
    const { start, end, reasonCode, repairRemarks = null, returnStatus } = list.roomOutOfOrder
    // Shown three weeks longer than it is kept.
    const nights = { firstNight: start, lastNight: addDays(end, -21), startsAt: null, endsAt: null }
    const fields = { ...nights, kind, reasonCode, reason: repairRemarks, returnCondition: conditionOf(returnStatus) }
    return list.roomIds.map((room): CareRequest => {
      const there = find(hotel, room, start)
      return {
        action: 'ROOM_BLOCK_CREATE',
        kind: 'rooms',
        externalId: room,
        refuse: () => (reasonCode === UNKNOWN_CODE ? 'unknown_block_reason' : occupied(hotel, room, start, end)),
        ...(there === undefined
          ? { adds: { kind: 'roomBlocks', fields: { ...fields, roomExternalId: room, roomNumber: room } } as const }
          : {}),
        change() {
          if (there !== undefined) hotel.collections.roomBlocks.change(there.externalId, fields)
          return {}
        },
      }
    })
  }
  const put: Route = (body, hotel) =>
    complete.safeParse(body).data?.criteria.roomRepairByRoomNumber.map(({ roomId, roomOutOfOrder }): CareRequest => {
      const { start, returnStatus } = roomOutOfOrder
      return {
        action: 'ROOM_BLOCK_END',
        kind: 'roomBlocks',
        externalId: find(hotel, roomId, start)?.externalId ?? '',
        refuse: (block) => (roomOutOfOrder.end && lastNightOf(block) !== roomOutOfOrder.end ? 'other_range' : null),
        change() {
          const condition = conditionOf(returnStatus)
          if (condition !== null) hotel.collections.housekeeping.change(roomId, { condition })
          return null
        },
      }
    }) ?? null
  return { post, put }
}

/** A code that is in no hotel's list. */
export const UNKNOWN_CODE = 'NONE'

/** Rooms that somebody has, or is to have, stay in service. */
function occupied({ collections }: SimulatedHotel, room: string, start: string, end: string): string | null {
  const { ledger, read } = collections.bookings
  const isTaken = ledger.entries.map(read).some(({ roomNumber, status, checkIn, checkOut }) => {
    const isExpected = status === 'CHECKED_IN' || status === 'CONFIRMED' || status === 'PENDING'
    return roomNumber === room && isExpected && checkIn <= end && checkOut > start
  })
  return isTaken ? 'room_assigned' : null
}

const outOfOrder = blocks('OUT_OF_ORDER')
const outOfService = blocks('OUT_OF_SERVICE')

const resolve =
  (status: 'RESOLVED' | 'OPEN'): Route =>
  (_, { clock }, [id = '']) => [
    {
      action: 'MAINTENANCE_UPDATE',
      kind: 'maintenanceRequests',
      externalId: id,
      refuse: () => null,
      change: ({ resolvedAt }) => ({
        status,
        resolvedAt: status === 'RESOLVED' ? (resolvedAt ?? clock.now()) : null,
      }),
    },
  ]

const ROUTES: readonly (readonly [method: string, path: RegExp, Route])[] = [
  [
    'PUT',
    /^\/rooms\/status$/,
    (body) => {
      const rooms = z.array(z.object({ roomId: z.string() })).min(1)
      const parsed = z.object({ roomList: rooms, housekeepingRoomStatus: word }).safeParse(body)
      const condition = conditionOf(parsed.data?.housekeepingRoomStatus)
      if (!parsed.success || condition === null) return null
      return parsed.data.roomList.map(
        ({ roomId }): CareRequest => ({
          action: 'HOUSEKEEPING_CONDITION',
          kind: 'housekeeping',
          externalId: roomId,
          refuse: ({ roomStatus }) =>
            roomStatus === 'OUT_OF_ORDER' || roomStatus === 'OUT_OF_SERVICE' ? 'room_closed' : null,
          change: () => ({ condition }),
        }),
      )
    },
  ],
  ['POST', /^\/rooms\/outOfOrderRooms$/, outOfOrder.post],
  ['PUT', /^\/rooms\/outOfOrderRooms$/, outOfOrder.put],
  ['POST', /^\/rooms\/outOfServiceRooms$/, outOfService.post],
  ['PUT', /^\/rooms\/outOfServiceRooms$/, outOfService.put],
  [
    'POST',
    /^\/rooms\/maintenanceCodes\/([^/]+)$/,
    (body, { clock }) => {
      const criteria = request.safeParse(body).data?.criteria
      return (
        criteria?.roomIds?.map(
          (room): CareRequest => ({
            action: 'MAINTENANCE_CREATE',
            kind: 'rooms',
            externalId: room,
            refuse: () => (criteria.maintenanceCode === UNKNOWN_CODE ? 'unknown_maintenance_code' : null),
            change: () => ({}),
            adds: {
              kind: 'maintenanceRequests',
              fields: {
                ...{ code: criteria.maintenanceCode, description: criteria.remarks, status: 'OPEN', assignee: null },
                ...{ roomExternalId: room, roomNumber: room, reportedAt: clock.now(), resolvedAt: null },
              },
            },
          }),
        ) ?? null
      )
    },
  ],
  [
    'PUT',
    /^\/rooms\/([^/]+)\/maintenances\/([^/]+)$/,
    (body, _, [room = '', id = '']) => {
      const criteria = request.safeParse(body).data?.criteria
      if (criteria === undefined) return null
      return [
        {
          action: 'MAINTENANCE_UPDATE',
          kind: 'maintenanceRequests',
          externalId: id,
          refuse: ({ roomNumber }) => (roomNumber === room ? null : 'unknown_room'),
          change: () => ({ code: criteria.maintenanceCode, description: criteria.remarks || null }),
        },
      ]
    },
  ],
  ['PUT', /^\/maintenances\/([^/]+)\/resolve$/, resolve('RESOLVED')],
  ['PUT', /^\/maintenances\/([^/]+)\/unResolve$/, resolve('OPEN')],
]

const HOUSEKEEPING = /^\/hsk\/v1\/hotels\/[^/]+(\/.+)$/

/** What a request of the housekeeping module wants; undefined: there is no such address; null: its body does not fit. */
export function careRequestsOf(
  { method, path, body }: { method: string; path: string; body: unknown },
  hotel: SimulatedHotel,
): readonly CareRequest[] | null | undefined {
  const [, rest] = HOUSEKEEPING.exec(path) ?? []
  if (rest === undefined) return undefined
  for (const [wanted, pattern, route] of ROUTES) {
    const [, ...ids] = (wanted === method && pattern.exec(rest)) || [null]
    if (wanted === method && pattern.test(rest))
      return route(
        body,
        hotel,
        ids.map((id) => decodeURIComponent(String(id))),
      )
  }
  return undefined
}
