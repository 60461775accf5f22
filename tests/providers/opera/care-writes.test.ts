import { expect, test } from 'vitest'
import { opera } from '../../../src/providers/opera/index.ts'
import { openHarness } from '../../../src/providers/testing/harness.ts'
import { sendOne } from '../../kit/outgoing.ts'
import { pathOf, recorded } from './traffic.ts'

async function open() {
  const harness = await openHarness(opera, { roomBlocks: 0 })
  const { ctx, traffic } = recorded(harness)
  const { data } = harness.simulator
  const taken = new Set(data.facts('bookings').map(({ roomExternalId }) => roomExternalId))
  const free = data.facts('rooms').find(({ externalId }) => !taken.has(externalId))?.externalId
  const commands = () =>
    traffic
      .filter(({ request }) => request.once)
      .map(({ request }) => [`${request.method} ${pathOf(request).split('SIM1')[1]}`, JSON.parse(request.body ?? '{}')])
  const send = async (...args: Parameters<typeof sendOne> extends [unknown, unknown, ...infer R] ? R : never) =>
    (await sendOne(opera, ctx, ...args)).sent
  const room = free ?? data.facts('rooms')[0]?.externalId ?? ''
  return { harness, data, room, commands, send, [Symbol.asyncDispose]: () => harness[Symbol.asyncDispose]() }
}

const range = { kind: 'OUT_OF_ORDER', firstNight: '2026-11-20', lastNight: '2026-11-22', reasonCode: 'AC' }

test('a room is closed for some nights, told twice it is one block, and comes back as clean as is said', async () => {
  await using bench = await open()
  const { data, room, commands, send } = bench
  const wanted = { ...range, reason: 'Leaks', returnCondition: 'DIRTY' }
  expect(await send('ROOM_BLOCK_CREATE', room, { wanted })).toEqual({ kind: 'DONE' })
  expect(await send('ROOM_BLOCK_CREATE', room, { wanted: { ...wanted, reason: 'Leaks badly' } })).toEqual({
    kind: 'DONE',
  })
  const [block, ...others] = data.facts('roomBlocks')
  expect([block, others]).toMatchObject([{ ...range, reason: 'Leaks badly', roomExternalId: room }, []])
  const end = { wanted: { returnCondition: 'INSPECTED' } }
  expect(await send('ROOM_BLOCK_END', block?.externalId ?? '', end)).toEqual({ kind: 'DONE' })
  expect(data.facts('roomBlocks')).toEqual([])
  expect(data.facts('housekeeping').find(({ externalId }) => externalId === room)).toMatchObject({
    condition: 'INSPECTED',
  })
  expect(commands()).toMatchObject([
    ['POST /rooms/outOfOrderRooms', { criteria: { roomRangeList: { roomIds: [room] } } }],
    ['POST /rooms/outOfOrderRooms', {}],
    ['PUT /rooms/outOfOrderRooms', { criteria: { roomRepairByRoomNumber: [{ roomId: room }] } }],
  ])
})

test('what OPERA has not is refused before anything is sent, what the hotel has not in its words', async () => {
  await using bench = await open()
  const { data, room, commands, send } = bench
  const block = (fields: object) => send('ROOM_BLOCK_CREATE', room, { wanted: { ...range, ...fields } as never })
  for (const fields of [{ kind: 'HOLD' }, { kind: 'HOUSE_USE' }, { returnCondition: 'IN_PROGRESS' }])
    expect(await block(fields)).toMatchObject({ kind: 'REFUSED', code: 'UNSUPPORTED_CAPABILITY' })
  expect(await block({ reasonCode: null })).toMatchObject({
    kind: 'REFUSED',
    message: expect.stringContaining('reason code'),
  })
  const clean = (condition: string) => send('HOUSEKEEPING_CONDITION', room, { wanted: { condition } })
  expect(await clean('IN_PROGRESS')).toMatchObject({ code: 'UNSUPPORTED_CAPABILITY' })
  data.change('housekeeping', room, { roomStatus: 'OUT_OF_ORDER' })
  expect(await clean('CLEAN')).toMatchObject({ kind: 'REFUSED', message: expect.stringContaining('hides') })
  const repair = { title: 'Lamp', code: 'LIGHT' }
  expect(await send('MAINTENANCE_CREATE', room, { wanted: { ...repair, priority: 'HIGH' } })).toMatchObject({
    code: 'UNSUPPORTED_CAPABILITY',
  })
  expect(commands()).toEqual([])
  expect(await block({ reasonCode: 'NONE' })).toMatchObject({
    message: expect.stringMatching(/reason code is invalid/),
  })
  const arrival = data.facts('bookings').find(({ status, roomExternalId }) => status === 'CHECKED_IN' && roomExternalId)
  const days = { firstNight: '2026-10-20', lastNight: '2026-10-21' }
  const occupied = await send('ROOM_BLOCK_CREATE', arrival?.roomExternalId ?? '', { wanted: { ...range, ...days } })
  expect(occupied).toMatchObject({ kind: 'REFUSED', message: expect.stringContaining('assigned to an arrival') })
})

test('a repair is reworded first and ended then, each only where it is wished', async () => {
  await using bench = await open()
  const { data, room, commands, send } = bench
  await send('MAINTENANCE_CREATE', room, { wanted: { title: 'Lamp', code: 'LIGHT', description: 'Flickers' } })
  const made = data.facts('maintenanceRequests').find(({ description }) => description === 'Lamp\nFlickers')
  const id = made?.externalId ?? ''
  const request = { title: null, priority: null, assignee: null, dueAt: null, code: 'LIGHT' }
  const wanted = { ...request, description: 'Lamp is out', status: 'RESOLVED' }
  expect(await send('MAINTENANCE_UPDATE', id, { wanted })).toEqual({ kind: 'DONE' })
  expect(await send('MAINTENANCE_UPDATE', id, { wanted: { status: 'OPEN' } })).toEqual({ kind: 'DONE' })
  expect(commands().map(([path]) => path)).toEqual([
    'POST /rooms/maintenanceCodes/LIGHT',
    `PUT /rooms/${room}/maintenances/${id}`,
    `PUT /maintenances/${id}/resolve`,
    `PUT /maintenances/${id}/unResolve`,
  ])
  const now = data.facts('maintenanceRequests').find(({ externalId }) => externalId === id)
  expect(now).toMatchObject({ description: 'Lamp is out', status: 'OPEN' })
  expect(await send('MAINTENANCE_UPDATE', id, { wanted: { status: 'IN_PROGRESS' } })).toMatchObject({
    code: 'UNSUPPORTED_CAPABILITY',
  })
})
