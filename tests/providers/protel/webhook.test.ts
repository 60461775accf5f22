import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PmsIntegrationError } from '../../../src/errors.ts'
import { protel } from '../../../src/providers/protel/index.ts'
import { webhook } from '../../../src/providers/protel/webhook.ts'
import type { WebhookRequest } from '../../../src/providers/provider.ts'
import { openHarness } from '../../../src/providers/testing/harness.ts'
import type { HttpRequest } from '../../../src/providers/transport/http.ts'
import {
  enveloped,
  hotelReservation,
  jsonRequest,
  reservation,
  resNotif,
  roomStatusNotif,
  soapRequest,
  stayNotif,
} from './messages.ts'

const now = new Date('2026-08-07T08:00:00Z')
const clock = { now: () => now }
const bookings = (externalId: string) => ({ kind: 'bookings', externalId })

const event = {
  id: 'evt-1',
  type: 'reservation.changed',
  occurredAt: '2026-08-07T08:00:01Z',
  propertyId: '2691',
  correlationId: 'c-1',
  sourceMessage: 'OTA_HotelResNotifRQ',
  entity: { kind: 'reservation', id: '7001' },
}

describe('an event of the connector', () => {
  test('says what to fetch', () => {
    expect(webhook.parse(jsonRequest(event))).toEqual([
      {
        eventId: 'evt-1',
        type: 'reservation.changed',
        externalHotelId: '2691',
        subject: bookings('7001'),
        item: null,
        occurredAt: new Date('2026-08-07T08:00:01Z'),
      },
    ])
  })

  test.each([
    ['room.status.changed', 'room', { kind: 'housekeeping', externalId: '7001' }],
    ['profile.changed', 'profile', null],
    ['command.completed', 'command', null],
    ['something.new', 'constructor', null],
  ])('%s about a %s', (type, kind, subject) => {
    expect(webhook.parse(jsonRequest({ ...event, type, entity: { kind, id: '7001' } }))).toMatchObject([
      { type, subject },
    ])
  })

  test.each([
    ['', 'body'],
    ['null', 'body'],
    ['[1]', 'body'],
    [{ ...event, id: '' }, 'id'],
    [{ ...event, occurredAt: 'today' }, 'occurredAt'],
    [{ ...event, entity: { kind: 'room' } }, 'entity.id'],
  ])('%j is BAD_USER_INPUT that names %s', (body, field) => {
    expect(() => webhook.parse(jsonRequest(body))).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', field }))
  })

  test('is answered with plain JSON', () => {
    expect(webhook.answer?.(jsonRequest(event))).toMatchObject({ status: 200, body: '{"received":true}' })
  })
})

describe('its signature', () => {
  const signed = (secret: string, { at = now, body = JSON.stringify(event), extra = '' } = {}) => {
    const time = Math.floor(at.getTime() / 1000)
    const hex = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')
    return jsonRequest(body, { 'x-protel-connector-signature': `t=${time}${extra},v1=${hex}` })
  }
  const verify = (request: WebhookRequest, secrets = ['current', 'former']) => webhook.verify?.(request, secrets, clock)
  const shifted = (seconds: number) => ({ at: new Date(now.getTime() + seconds * 1000) })
  const refused = expect.objectContaining({ code: 'UNAUTHENTICATED' })

  test.each([
    ['the current secret', signed('current')],
    ['a secret that is being replaced', signed('former')],
    ['one of several signatures', signed('current', { extra: `,v1=${'00'.repeat(32)}` })],
    ['one that is exactly five minutes old', signed('current', shifted(-300))],
    ['one that is exactly five minutes early', signed('current', shifted(300))],
  ])('%s is accepted', (_, request) => {
    expect(() => verify(request)).not.toThrow()
  })

  test.each([
    ['another secret', signed('other')],
    ['a second too old', signed('current', shifted(-301))],
    ['a second too early', signed('current', shifted(301))],
    ['no signature', jsonRequest(event)],
    ['an empty one', jsonRequest(event, { 'x-protel-connector-signature': `t=${now.getTime() / 1000},v1=` })],
    ['a bearer token instead', jsonRequest(event, { authorization: 'Bearer current' })],
    ['the same JSON written otherwise', { ...signed('current'), body: Buffer.from(JSON.stringify(event, null, 1)) }],
  ])('%s is refused', (_, request) => {
    expect(() => verify(request)).toThrow(refused)
  })

  test('a SOAP message proves itself by the token that protel issued', () => {
    const request = soapRequest(resNotif(reservation))
    expect(() => verify(request, ['other', 'io-token'])).not.toThrow()
    expect(() => verify(request)).toThrow(refused)
    const { authorization: _, ...headers } = request.headers
    expect(() => verify({ ...request, headers }, ['io-token'])).toThrow(refused)
  })
})

describe('a message of protel I/O', () => {
  test.each([
    ['a reservation', resNotif(reservation), 'OTA_HotelResNotifRQ', bookings('7001'), true],
    ['a check-in with an id alone', stayNotif('In', '7001'), 'HTNG_HotelCheckInNotifRQ', bookings('7001'), false],
    ['a check-out with an id alone', stayNotif('Out', '7001'), 'HTNG_HotelCheckOutNotifRQ', bookings('7001'), false],
    [
      'a check-in with everything',
      stayNotif('In', '7001', hotelReservation(reservation)),
      'HTNG_HotelCheckInNotifRQ',
      bookings('7001'),
      true,
    ],
    [
      'a room status',
      roomStatusNotif('101', 'VACANT_DIRTY'),
      'HTNG_HotelRoomStatusUpdateNotifRQ',
      { kind: 'housekeeping', externalId: '101' },
      false,
    ],
    ['rates', '<IO_RatePackageNotifRQ CorrelationID="x"/>', 'IO_RatePackageNotifRQ', null, false],
    [
      'an answer to a command',
      '<OTA_HotelResNotifRS CorrelationID="x"><Success/></OTA_HotelResNotifRS>',
      'OTA_HotelResNotifRS',
      null,
      false,
    ],
  ])('%s, bare or in an envelope', (_, xml, type, subject, hasItem) => {
    for (const body of [xml, enveloped(xml), `\uFEFF${enveloped(xml)}`]) {
      const events = webhook.parse(soapRequest(body))
      expect(events).toMatchObject([{ type, subject }])
      expect(events[0]?.item !== null).toBe(hasItem)
    }
  })

  test('says which hotel and when', () => {
    const at = { externalHotelId: '2691', occurredAt: new Date('2026-08-07T08:00:00Z') }
    for (const xml of [resNotif(reservation), stayNotif('In', '1'), roomStatusNotif('1', 'PICKUP')]) {
      expect(webhook.parse(soapRequest(xml))).toMatchObject([at])
    }
  })

  test('several reservations are several events', () => {
    const two = resNotif(reservation).replace(
      '</HotelReservations>',
      `${hotelReservation({ ...reservation, id: '7002' })}</HotelReservations>`,
    )
    const events = webhook.parse(soapRequest(two))
    expect(events.map(({ subject }) => subject)).toEqual([bookings('7001'), bookings('7002')])
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(2)
  })

  const idOf = (xml: string) => webhook.parse(soapRequest(xml))[0]?.eventId
  test('that has one reservation without an id loses none of the others', () => {
    const [a, b] = ['7001', '7002'].map((id) => hotelReservation({ ...reservation, id }))
    const nameless = hotelReservation({ ...reservation, id: '', crsConfirmation: null })
    const whole = resNotif(reservation)
    const [before, after] = [whole.indexOf('<HotelReservation '), whole.indexOf('</HotelReservations>')]
    const message = (...all: unknown[]) => whole.slice(0, before) + all.join('') + whole.slice(after)
    const events = webhook.parse(soapRequest(message(a, nameless, b)))
    expect(events.map(({ subject }) => subject)).toEqual([bookings('7001'), bookings('7002')])
    expect(() => webhook.parse(soapRequest(message(nameless)))).toThrow(/no reservation has an id/i)
  })

  test('sent again is the same event; the same correlation id with other content is not', () => {
    const first = idOf(roomStatusNotif('101', 'PICKUP'))
    const again = { TimeStamp: '2026-08-07T08:05:00Z', RetransmissionIndicator: 'true' }
    expect(idOf(roomStatusNotif('101', 'PICKUP', again))).toBe(first)
    expect(idOf(roomStatusNotif('101', 'VACANT_CLEAN'))).not.toBe(first)
    expect(idOf(roomStatusNotif('101', 'PICKUP', { CorrelationID: 'rs-2' }))).not.toBe(first)
  })

  test('in the encoding that it names', () => {
    const xml = `<?xml version="1.0" encoding="ISO-8859-1"?>${resNotif(reservation)}`
    const [event] = webhook.parse(soapRequest(Buffer.from(xml, 'latin1')))
    expect(JSON.stringify(event?.item)).toContain('Zoë')
  })

  test.each([
    ['not closed', '<OTA_HotelResNotifRQ>'],
    ['two roots', '<OTA_HotelResNotifRQ/><OTA_HotelResNotifRQ/>'],
    ['some other XML', '<html/>'],
    ['an empty envelope', enveloped('')],
    ['a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "aaaa">]><OTA_HotelResNotifRQ CorrelationID="x">&a;</OTA_HotelResNotifRQ>`],
    ['a DOCTYPE that does nothing', '<!DOCTYPE x><IO_XNotifRQ/>'],
    ['an entity that nobody declared', '<OTA_HotelResNotifRQ>&a;</OTA_HotelResNotifRQ>'],
    ['a thousand levels', `<OTA_HotelResNotifRQ>${'<a>'.repeat(1_000)}${'</a>'.repeat(1_000)}</OTA_HotelResNotifRQ>`],
    ['a correlation id of 65 characters', roomStatusNotif('1', 'PICKUP', { CorrelationID: 'x'.repeat(65) })],
    ['a reservation without an id', resNotif(reservation).replace('Type="14"', 'Type="16"')],
    ['a room without an id', roomStatusNotif(' ', 'PICKUP')],
  ])('%s is BAD_USER_INPUT', (_, xml) => {
    expect(() => webhook.parse(soapRequest(xml))).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }))
  })

  test('cut off or with any byte changed it is read or refused, never a crash', () => {
    const xml = Buffer.from(enveloped(resNotif(reservation)))
    const damage = fc.tuple(fc.nat(xml.length), fc.nat(xml.length - 1), fc.nat(255))
    fc.assert(
      fc.property(damage, ([length, at, byte]) => {
        const body = Buffer.from(xml)
        body[at] = byte
        expectCalm(soapRequest(body))
        expectCalm(soapRequest(body.subarray(0, length)))
      }),
      { numRuns: 300 },
    )
  })

  test('any bytes at all are read or refused, never a crash', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => expectCalm(soapRequest(Buffer.from(bytes)))))
  })
})

function expectCalm(request: WebhookRequest): void {
  try {
    webhook.parse(request)
  } catch (error) {
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT' })
  }
}

describe('answers to a message', () => {
  test('the technical one says that it arrived, with its correlation id and nothing of the business', () => {
    const answer = webhook.answer?.(soapRequest(resNotif(reservation)))
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-type': expect.stringMatching('application/soap') },
    })
    expect(answer?.body.match(/>corr-1<\/CorrelationID>/g)).toHaveLength(2)
    expect(answer?.body).toContain('<env:Body></env:Body>')
  })

  test.each([
    ['the message', resNotif(reservation), {}, 'corr-1'],
    ['the SOAP header', enveloped('<IO_XNotifRQ/>', 'a&amp;b'), {}, 'a&amp;b'],
    ['the HTTP header', '<IO_XNotifRQ/>', { correlationid: 'http-1' }, 'http-1'],
  ])('the correlation id is taken from %s', (_, xml, headers, id) => {
    expect(webhook.answer?.(soapRequest(xml, headers)).body).toContain(`>${id}</CorrelationID>`)
  })

  async function replied(xml: string, failure: PmsIntegrationError | null, ioUrl?: string) {
    await using harness = await openHarness(protel)
    const sent: HttpRequest[] = []
    const ctx = harness.context({
      settings: { ...harness.simulator.settings, tentativeStatusCodes: '', ...(ioUrl && { ioUrl }) },
      singleRequest: async (request) => {
        sent.push(request)
        return { status: 200, headers: {}, body: '' }
      },
    })
    await webhook.reply?.(ctx, soapRequest(xml), failure)
    return sent
  }
  const IO = 'https://io.example/soap'

  test('the business one is posted once the message has been dealt with', async () => {
    const [request, ...others] = await replied(resNotif(reservation), null, IO)
    expect(others).toEqual([])
    expect(request).toMatchObject({
      method: 'POST',
      url: IO,
      headers: { soapaction: 'OTA_HotelResNotifRS', authorization: 'Bearer io-token' },
    })
    expect(request?.body).toMatch(
      /<OTA_HotelResNotifRS[^>]* EchoToken="echo-1" CorrelationID="corr-1"[^>]*><Success\/>/,
    )
  })

  test('it names the failure, and keeps the edition of the message', async () => {
    const failure = new PmsIntegrationError('RECORD_INVALID', 'secret words about a guest')
    const xml = stayNotif('Out', '7001').replace('2014B', '2011B')
    const [request] = await replied(xml, failure, IO)
    expect(request?.body).toContain('<HTNG_HotelCheckOutNotifRS xmlns="http://htng.org/2011B"')
    expect(request?.body).toContain('<Error Type="1" Code="188" ShortText="Not processed (RECORD_INVALID)"/>')
    expect(request?.body).not.toContain('secret words')
  })

  test('an answer is not answered, and without an address nothing is sent', async () => {
    expect(await replied('<OTA_HotelResNotifRS CorrelationID="x"><Success/></OTA_HotelResNotifRS>', null, IO)).toEqual(
      [],
    )
    expect(await replied(resNotif(reservation), null)).toEqual([])
  })
})
