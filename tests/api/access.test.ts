import { isRequiredArgument, isUnionType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { policyOf } from '../../src/resolvers/access/policy.ts'
import { createSubgraph } from '../../src/resolvers/subgraph.ts'
import type { Permission } from '../../src/security/viewer.ts'
import { type Answer, startApi, type TestApi } from '../kit/api.ts'
import { operationOf, rootFields, type Values } from '../kit/operations.ts'
import {
  addBooking,
  addFailure,
  addGuest,
  addHotel,
  addHousekeeping,
  addMaintenanceRequest,
  addRatePlan,
  addRoom,
  addRoomBlock,
  addRoomType,
  addSyncLog,
  addWebhookEvent,
} from '../kit/rows.ts'

/** Generated from the schema: each root field and entity, with tokens that may not. */

const CANARY = 'CANARY'
const schema = createSubgraph()
const fields = rootFields(schema)

let api: TestApi
let foreign: Awaited<ReturnType<typeof fillHotel>>
beforeAll(async () => {
  api = await startApi()
  foreign = await fillHotel()
})
afterAll(() => api[Symbol.asyncDispose]())

/** A hotel with a row of everything, all of it marked. */
async function fillHotel() {
  const { database } = api
  const hotelId = await addHotel(database, 'foreign-hotel')
  const booking = await addBooking(database, { hotelId, guestName: CANARY, notes: CANARY })
  const room = await addRoom(database, { hotelId, roomNumber: CANARY })
  const guest = await addGuest(database, { hotelId, lastName: CANARY })
  const [roomType, ratePlan, housekeeping, roomBlock, maintenanceRequest] = await Promise.all([
    addRoomType(database, { hotelId, name: CANARY }),
    addRatePlan(database, { hotelId, name: CANARY }),
    addHousekeeping(database, { hotelId, note: CANARY }),
    addRoomBlock(database, { hotelId, reasonCode: CANARY }),
    addMaintenanceRequest(database, { hotelId, title: CANARY }),
  ])
  const syncLog = await addSyncLog(database, { hotelId, status: 'QUEUED', errorSummary: CANARY })
  const failure = await addFailure(database, { hotelId, syncLogId: syncLog.id, reason: CANARY })
  await database.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, credentials, external_hotel_id) VALUES ($1, $2, 'mock', '', $3)`,
    [booking.id, hotelId, CANARY],
  )
  const event = await addWebhookEvent(database, { hotelId, configurationId: booking.id, reason: CANARY })
  const ids: Record<string, string> = {
    webhookEvent: event.id,
    booking: booking.id,
    room: room.id,
    guest: guest.id,
    roomType: roomType.id,
    ratePlan: ratePlan.id,
    housekeepingById: housekeeping.id,
    roomBlock: roomBlock.id,
    maintenanceRequest: maintenanceRequest.id,
    syncLog: syncLog.id,
    syncFailure: failure.id,
    configuration: booking.id,
  }
  return { hotelId, ids, syncLogId: syncLog.id, failureId: failure.id }
}

async function expectUntouched() {
  const { hotelId, syncLogId } = foreign
  const [state] = await api.database.query(
    `SELECT l.status, l.cancel_requested_at AS "cancelRequestedAt", h.name, count(c.id) AS configurations
     FROM pms_sync_log l JOIN pms_hotel h ON h.id = l.hotel_id LEFT JOIN pms_configuration c ON c.hotel_id = h.id
     WHERE l.id = $1 AND h.id = $2 GROUP BY 1, 2, 3`,
    [syncLogId, hotelId],
  )
  expect(state).toEqual({ status: 'QUEUED', cancelRequestedAt: null, name: 'Test', configurations: 1 })
}

/** Arguments that name what belongs to the foreign hotel. */
const foreignValues = (field: string): Values => ({
  hotelId: foreign.hotelId,
  id: foreign.ids[field] ?? foreign.hotelId,
  syncLogId: foreign.syncLogId,
  provider: 'mock',
  syncSchedule: '@daily',
  ...{ slug: 'taken-over', name: 'Taken over', timeZone: 'UTC', currency: 'EUR' },
})

async function call(
  { kind, field }: (typeof fields)[number],
  token: string | null,
): Promise<Answer<Record<string, unknown> | null>> {
  const operation = operationOf(kind, field, foreignValues(field.name))
  if (kind !== 'subscription') return api.send(operation, token)
  const client = api.connect(token)
  try {
    for await (const result of client.iterate(operation as never)) return result as never
    throw new Error('The subscription ended without an answer')
  } finally {
    await client.dispose()
  }
}

const codesOf = ({ data, errors }: Awaited<ReturnType<typeof call>>, field: string) => [
  ...(errors ?? []).map(({ extensions }) => extensions.code),
  ...((data?.[field] as { errors?: { code: string }[] } | null)?.errors ?? []).map(({ code }) => code),
]

describe('a token of another hotel', () => {
  /** Names a hotel or something of one; others answer for the viewer's own hotels, see field-access.test.ts. */
  const bound = fields.filter(({ field }) => {
    const hotel = policyOf(field)?.hotel
    return typeof hotel === 'function' || (hotel === 'VIEWER' && field.args.some(isRequiredArgument))
  })
  test.each(bound.map((each) => [each.field.name, each] as const))('gets nothing from %s', async (name, each) => {
    const answer = await call(each, await api.token({ hotelIds: ['own-hotel'] }))
    const codes = codesOf(answer, name)
    if (codes.length > 0) expect(codes).toEqual(['NOT_FOUND'])
    else expect(answer.data).toEqual({ [name]: null })
    expect(JSON.stringify(answer)).not.toContain(CANARY)
    await expectUntouched()
  })

  test('sees no hotel, configuration and run when it names no hotel', async () => {
    const query = `{ registrations(first: 50) { totalCount nodes { slug } } configurations(first: 50) { totalCount nodes { id } }
      syncLogs(first: 50) { totalCount nodes { id } } }`
    const { data } = await api.send({ query }, await api.token({ hotelIds: ['own-hotel'] }))
    const none = { totalCount: 0, nodes: [] }
    expect(data).toEqual({ registrations: none, configurations: none, syncLogs: none })
  })

  test('gets null for a reference of every type', async () => {
    const entities = schema.getType('_Entity')
    const types = isUnionType(entities) ? entities.getTypes().map(({ name }) => name) : []
    const ids = [...Object.values(foreign.ids), foreign.hotelId, foreign.failureId]
    const representations = types.flatMap((__typename) => ids.map((id) => ({ __typename, id })))
    const query = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }'
    const token = await api.token({ hotelIds: ['own-hotel'] })
    const { data, errors } = await api.send({ query, variables: { representations } }, token)
    expect(errors).toBeUndefined()
    expect(data?._entities).toEqual(representations.map(() => null))
    const own = await api.send({ query, variables: { representations } })
    const found = (own.data as { _entities: unknown[] })._entities.filter((each) => each !== null)
    expect(found.length).toBeGreaterThanOrEqual(types.length)
  })

  test('is told the same of a foreign hotel as of none', async () => {
    const token = await api.token({ hotelIds: ['own-hotel'] })
    const ask = async (hotelId: string) => {
      const { errors } = await api.send(
        { query: 'query ($id: ID!) { bookings(hotelId: $id) { totalCount } }', variables: { id: hotelId } },
        token,
      )
      return errors?.map(({ message, extensions: { requestId: _, ...rest } }) => ({ message, ...rest }))
    }
    expect(await ask(foreign.hotelId)).toEqual(await ask('nowhere'))
    expect(await ask('own-hotel')).toEqual(await ask('nowhere'))
  })
})

describe('permissions:', () => {
  const needs = (kind: string): Permission => (kind === 'mutation' ? 'ADMIN_EDIT' : 'ADMIN_VIEW')
  const http = fields.filter(({ kind }) => kind !== 'subscription')

  test.each(http.map((each) => [each.field.name, each] as const))('%s needs a token', async (name, each) => {
    expect(codesOf(await call(each, null), name)).toEqual(['UNAUTHENTICATED'])
  })

  test.each(http.map((each) => [each.field.name, each] as const))('%s needs its permission', async (name, each) => {
    const lacking: Permission[] = needs(each.kind) === 'ADMIN_EDIT' ? ['ADMIN_VIEW'] : []
    expect(codesOf(await call(each, await api.token({ permissions: lacking })), name)).toEqual(['FORBIDDEN'])
  })

  test.each(http.filter(({ kind }) => kind === 'query').map((each) => [each.field.name, each] as const))(
    '%s is open to ADMIN_VIEW and to ADMIN_EDIT',
    async (name, each) => {
      for (const permissions of [['ADMIN_VIEW'], ['ADMIN_EDIT']] as Permission[][]) {
        expect(codesOf(await call(each, await api.token({ permissions })), name)).toEqual([])
      }
    },
  )
})
