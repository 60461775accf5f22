import { expect, test } from 'vitest'
import { mews } from '../../../src/providers/mews/index.ts'
import { type Harness, openHarness } from '../../../src/providers/testing/harness.ts'
import { createShortMemories } from '../../../src/providers/transport/short-memory.ts'
import { answer, recorded, type Twist } from './traffic.ts'

/** A context whose memory is as old as the test says. */
function remembering(harness: Harness, twist?: Twist) {
  const at = { nowMs: 0 }
  const traffic = recorded(harness, twist, { memories: createShortMemories(() => at.nowMs) })
  const read = (id: string | undefined) => mews.fetchOne?.bookings?.(traffic.ctx, String(id))
  const pass = (ms: number) => {
    at.nowMs += ms
  }
  return { ...traffic, read, pass }
}

const idsOf = ({ simulator }: Harness) => simulator.data.facts('bookings').map(({ externalId }) => String(externalId))

test('of a second booking only what is its own is asked for, a minute long', async () => {
  await using harness = await openHarness(mews)
  const { read, calls, operations, pass } = remembering(harness)
  const [first, second] = idsOf(harness)
  const whole = await read(first)
  expect(calls.length).toBeGreaterThan(6)
  const cost = async (id: string | undefined) => {
    const before = calls.length
    await read(id)
    return operations().slice(before).sort()
  }
  const own = ['customers/getAll', 'orderItems/getAll', 'reservations/getAll/2023-06-06', 'serviceOrderNotes/getAll']
  expect(await cost(first)).toEqual(own)
  expect(await read(first)).toEqual(whole)
  expect((await cost(second)).length).toBeLessThanOrEqual(own.length + 2)
  pass(61_000)
  expect((await cost(first)).length).toBeGreaterThan(own.length)
})

test('a booking of a service that is new since is found all the same', async () => {
  await using harness = await openHarness(mews)
  const elsewhere = { Id: 'c', ServiceId: '00000001-0000-4000-8000-00000000000f', Type: 'Room' }
  let isOld = true
  const { read, calls, pass } = remembering(harness, (operation) =>
    isOld && operation === 'resourceCategories/getAll' ? answer({ ResourceCategories: [elsewhere] }) : undefined,
  )
  const [id] = idsOf(harness)
  expect(await read(id)).toBeNull()
  isOld = false
  const before = calls.length
  // What was read a moment ago is not asked for again by each event about something else, such as a parking space.
  expect(await read(id)).toBeNull()
  expect(calls.length - before).toBe(1)
  pass(6_000)
  expect(await read(id)).toMatchObject({ Reservation: { Id: id } })
})

test('what is remembered of one property is not believed of another', async () => {
  const memories = createShortMemories(() => 0)
  memories.of('one').keep('catalog', 1)
  expect(memories.of('one').get('catalog', 0)).toBe(1)
  expect(memories.of('other').get('catalog', 0)).toBeUndefined()
})
