import fc from 'fast-check'
import { expect, test } from 'vitest'
import { messagesOf } from '../../../src/providers/mews/stream.ts'

const idOf = (n: number) => `7f8e9d0c-1b2a-4c4d-9e6f-${String(n).padStart(12, '0')}`
/** Events of a message by type and what they name, and how often something was reported. */
function read(message: unknown) {
  let reports = 0
  const messages = messagesOf(typeof message === 'string' ? message : JSON.stringify(message), {
    report: () => void reports++,
  })
  const named = messages.flatMap(({ events }) =>
    events.map(({ type, subject }) => [type, subject && `${subject.kind} ${subject.externalId}`]),
  )
  return { messages, named, reports }
}

test('each event of a message names what is fetched, and those of others nothing', () => {
  const { named, reports } = read({
    Events: [
      { Type: 'Reservation', Id: idOf(1), State: 'Confirmed', StartUtc: '', EndUtc: '', AssignedResourceId: idOf(9) },
      { Type: 'Resource', Id: idOf(2), State: 'Clean' },
      { Type: 'PriceUpdate', Id: idOf(3), StartUtc: null, RateId: null },
      { Type: 'DeviceCommand', Id: idOf(4), State: 'Pending' },
      { Type: 'SpaceshipLanded', Id: idOf(5) },
    ],
  })
  expect(named).toEqual([
    ['Reservation', `bookings ${idOf(1)}`],
    ['Resource', `housekeeping ${idOf(2)}`],
    ['PriceUpdate', `rates ${idOf(3)}`],
    ['DeviceCommand', null],
    ['SpaceshipLanded', null],
  ])
  expect(reports).toBe(0)
})

test.each([
  ...['', 'ping', 'null', '[]', '{}', '7', '{"Events":null}', '{"Events":{}}', '{"Events":"all"}', '{"Events":['],
  '{"Events":[null,7,"Reservation",[],{}]}',
  JSON.stringify({ Events: [{ Type: 'Reservation' }, { Id: idOf(1) }, { Type: 'Reservation', Id: 'not an id' }] }),
  JSON.stringify({ Events: [{ Type: 'x'.repeat(101), Id: idOf(1) }] }),
  `{"Events":[${'['.repeat(50_000)}${']'.repeat(50_000)}]}`,
])('a message that makes no sense is reported once and names nothing: %.60s', (text) => {
  const { named, reports } = read(text)
  expect({ named, reports }).toEqual({ named: [], reports: 1 })
})

test('an event that cannot be read leaves the others of its message alone', () => {
  const odd = fc.jsonValue({ maxDepth: 3 })
  fc.assert(
    fc.property(fc.array(odd, { maxLength: 5 }), fc.array(odd, { maxLength: 5 }), (before, after) => {
      const { named } = read({ Events: [...before, { Type: 'Resource', Id: idOf(7), State: 3 }, ...after] })
      expect(named).toContainEqual(['Resource', `housekeeping ${idOf(7)}`])
    }),
  )
})

test('a message with thousands of events loses none, and becomes pieces that can be processed one after the other', () => {
  const Events = Array.from({ length: 30_001 }, (_, n) => ({ Type: 'Reservation', Id: idOf(n), State: 'Confirmed' }))
  const { named, messages } = read({ Events: [...Events, 'odd'] })
  expect(named).toEqual(Events.map(({ Id }) => ['Reservation', `bookings ${Id}`]))
  expect(Math.max(...messages.map(({ events }) => events.length))).toBeLessThanOrEqual(100)
  expect(new Set(messages.map(({ body }) => body)).size, 'none is taken for another').toBe(messages.length)
})
