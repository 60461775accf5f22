import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { webhook } from '../../../src/providers/cloudbeds/webhook.ts'

const parse = (message: unknown) =>
  webhook.parse({ headers: {}, body: Buffer.from(typeof message === 'string' ? message : JSON.stringify(message)) })

const created = {
  version: '1.0',
  event: 'reservation/created',
  timestamp: 1_789_462_151.431234,
  propertyID: 190_472,
  propertyID_str: '190472',
  reservationID: '7301246890123',
}

test('a message names its property, its time and what to fetch', () => {
  expect(parse(created)).toEqual([
    {
      eventId: null,
      type: 'reservation/created',
      externalHotelId: '190472',
      subject: { kind: 'bookings', externalId: '7301246890123' },
      item: null,
      occurredAt: new Date(1_789_462_151_431),
    },
  ])
})

test('says the same with its keys in any case and any order', () => {
  const spelt = fc.shuffledSubarray(Object.entries(created), { minLength: Object.keys(created).length })
  const cases = fc.constantFrom('toLowerCase', 'toUpperCase', 'toString')
  fc.assert(
    fc.property(spelt, fc.array(cases, { minLength: 6, maxLength: 6 }), (entries, how) => {
      const keys = entries.map(([key, value], i) => [key === 'event' ? key : key[how[i] ?? 'toString'](), value])
      expect(parse(Object.fromEntries(keys))).toEqual(parse(created))
    }),
  )
})

test('an id that is too long for a number is read from its text', () => {
  const body =
    '{"event":"reservation/deleted","reservationId":73012468901234567890,"reservationId_str":"73012468901234567890"}'
  expect(parse(body)).toMatchObject([{ subject: { externalId: '73012468901234567890' }, externalHotelId: null }])
  const alone = '{"event":"reservation/deleted","reservationId":73012468901234567890}'
  expect(parse(alone)).toMatchObject([{ subject: null }])
})

test('who moves in, out or elsewhere changes the rooms as well', () => {
  const subjects = (message: object) => parse(message).map(({ subject }) => `${subject?.kind} ${subject?.externalId}`)
  const about = { reservationId: '7', roomId: '1-0' }
  expect(subjects({ event: 'reservation/accommodation_status_changed', ...about })).toEqual([
    'bookings 7',
    'housekeeping 1-0',
  ])
  const moved = { event: 'reservation/accommodation_changed', ...about, roomIdPrev: '1-1' }
  expect(subjects(moved)).toEqual(['bookings 7', 'housekeeping 1-0', 'housekeeping 1-1'])
})

describe('what to fetch', () => {
  test.each([
    [{ event: 'guest/details_changed', guestId: '88' }, 'guests', ['88']],
    [{ event: 'guest/assigned', guestId: 88, reservationId: '7', roomID: '1-0' }, 'guests', ['88']],
    [{ event: 'housekeeping/room_condition_changed', roomId: '1-0', condition: 'clean' }, 'housekeeping', ['1-0']],
    [
      { event: 'roomblock/created', rooms: [{ roomID: '1-0' }, { roomId: '1-1' }, { roomID: '1-0' }] },
      'housekeeping',
      ['1-0', '1-1'],
    ],
  ])('of %o', (message, kind, ids) => {
    expect(parse(message).map(({ subject }) => subject)).toEqual(ids.map((externalId) => ({ kind, externalId })))
  })

  test('of a block: a row a room, and the rooms', () => {
    const message = {
      event: 'roomblock/details_changed',
      roomBlockID: 33,
      rooms: [{ roomID: '1-0' }, { roomID: '1-1' }],
    }
    expect(parse(message).map(({ subject }) => `${subject?.kind} ${subject?.externalId}`)).toEqual([
      ...['roomBlocks 33/1-0', 'housekeeping 1-0'],
      ...['roomBlocks 33/1-1', 'housekeeping 1-1'],
    ])
  })

  test.each([
    { event: 'night_audit/completed', completedAt: '2026-09-17 03:00:12' },
    { event: 'spaceship/landed', reservationId: '7' },
    { event: 'reservation/created' },
    { event: 'roomblock/removed', roomBlockID: '3', rooms: 'none' },
    { event: 'guest/created', guestId: { nested: true }, timestamp: 'now' },
  ])('is nothing for %o', (message) => {
    expect(parse(message)).toMatchObject([{ type: message.event, subject: null, occurredAt: null }])
  })
})

test('anything else is BAD_USER_INPUT, never a crash', () => {
  for (const bad of ['', 'null', '[]', '{', '"x"', '{}', { event: 7 }, { event: 'reservation' }, [created]]) {
    expect(() => parse(bad)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'body' }))
  }
  const bodies = fc.oneof(
    fc.json(),
    fc.string(),
    fc.json().map((json) => `{"event":"roomblock/created","timestamp":${json},"rooms":${json}}`),
  )
  fc.assert(
    fc.property(bodies, (body) => {
      try {
        for (const { type, occurredAt } of parse(body)) {
          expect(typeof type).toBe('string')
          expect(occurredAt?.getTime()).not.toBeNaN()
        }
      } catch (error) {
        expect(error).toMatchObject({ code: 'BAD_USER_INPUT' })
      }
    }),
  )
})
