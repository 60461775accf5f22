import fc from 'fast-check'
import { buildSchema, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { send } from '../../../../src/providers/opera/client.ts'
import { opera } from '../../../../src/providers/opera/index.ts'
import type { OperaContext } from '../../../../src/providers/opera/settings.ts'
import { messageOf } from '../../../../src/providers/opera/stream/events.ts'
import { readFrame, subscribeFrame } from '../../../../src/providers/opera/stream/frames.ts'
import type { StreamMessage } from '../../../../src/providers/stream.ts'
import { openHarness } from '../../../../src/providers/testing/harness.ts'
import { sendOne } from '../../../kit/outgoing.ts'
import { readVendorText } from '../../../kit/vendor-specs.ts'
import { recorded } from '../traffic.ts'

const SMALL = { bookings: 2, rooms: 1, guests: 1 }
const schema = buildSchema(readVendorText('specs', 'graphql', 'opera-streaming.graphql'))

test.each([null, '17000'])('the subscription from %s on is one that the vendor’s schema allows', (offset) => {
  const { query } = subscribeFrame('id', 'A "CHAIN"', offset).payload
  expect(validate(schema, parse(query))).toEqual([])
})

test('whatever an event looks like, it ends nothing, and what has a position passes it on', async () => {
  await using harness = await openHarness(opera, SMALL)
  const ctx = harness.context()
  const odd = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('', '-1', '1.5', '9'.repeat(21), 'x'.repeat(100_000), '16-SEP-99 99.99.99 AM'),
  )
  const event = fc.record({
    ...{ moduleName: odd, eventName: odd, primaryKey: odd, timestamp: odd, hotelId: odd, detail: odd },
    metadata: fc.record({ offset: fc.bigInt({ min: 0n, max: 10n ** 19n }).map(String), uniqueEventId: odd }),
  })
  fc.assert(
    fc.property(event, (newEvent) => {
      expect(messageOf({ data: { newEvent } }, '', ctx)?.offset).toBe(newEvent.metadata.offset)
    }),
  )
  fc.assert(
    fc.property(odd, (payload) => {
      expect(messageOf(payload, '', ctx)).toBeNull()
      expect(() => readFrame(String(payload))).not.toThrow()
    }),
  )
})

test('who has a token for a moment only leaves before it ends, says so, and reads what is on its way', async () => {
  await using harness = await openHarness(opera, SMALL)
  const settings = { ...(harness.context().settings as object), chainCode: 'SIM' }
  const stream = opera.stream?.open(harness.context({ settings }), { offset: null })
  const read = stream?.[Symbol.asyncIterator]()
  await read?.next()
  harness.clock.advance(3_600_000)
  harness.simulator.data.edit('bookings', 0)
  const offsets: (string | null)[] = []
  for (let next = await read?.next(); next?.done === false; next = await read?.next()) {
    offsets.push(...next.value.map(({ offset }) => offset))
  }
  expect(offsets).toEqual(['17000'])
})

test('what we write does not come back to us: requests that change something name our system, others do not', async () => {
  await using harness = await openHarness(opera, SMALL)
  const systemsOf = async (externalSystem: string) => {
    const { ctx, traffic } = recorded(harness, undefined, { externalSystem })
    const path = '/hsk/v1/hotels/SIM1/rooms'
    for (const method of ['GET', 'POST', 'PUT'] as const) {
      await send(ctx as OperaContext, { method, path, accept: [404, 405] })
    }
    return traffic
      .filter(({ request }) => request.url.includes(path))
      .map(({ request: { method, headers } }) => [method, headers?.['x-externalsystem']])
  }
  expect(await systemsOf('OURS')).toEqual([
    ['GET', undefined],
    ['POST', 'OURS'],
    ['PUT', 'OURS'],
  ])
  expect(new Set((await systemsOf('')).map(([, system]) => system))).toEqual(new Set([undefined]))
})

test('the stream tells by name what others do through the gateway, and nothing of what we do', async () => {
  await using harness = await openHarness(opera)
  const { data } = harness.simulator
  const settings = { ...(harness.context().settings as object), chainCode: 'SIM' }
  const stream = opera.stream?.open(harness.context({ settings }), { offset: null })
  const read = stream?.[Symbol.asyncIterator]()
  await read?.next()
  const [ours = '', theirs = ''] = data
    .facts('bookings')
    .filter(({ status }) => status === 'CONFIRMED')
    .map(({ externalId }) => externalId ?? '')
  await sendOne(opera, harness.context(), 'BOOKING_CANCEL', ours)
  await sendOne(opera, harness.context({ settings: { ...settings, externalSystem: '' } }), 'BOOKING_CANCEL', theirs)
  expect(harness.simulator.desk.effects.map(({ externalId }) => externalId)).toEqual([ours, theirs])
  const events = (await read?.next())?.value.flatMap((message: StreamMessage) => message.events)
  expect(events).toMatchObject([{ type: 'RESERVATION CANCEL', subject: { externalId: theirs } }])
  await read?.return?.()
})
