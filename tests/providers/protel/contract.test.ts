import { Ajv } from 'ajv'
import formatsModule from 'ajv-formats'
import { beforeAll, describe, expect, test } from 'vitest'
import { validateXML, type XMLInput } from 'xmllint-wasm'
import * as operations from '../../../src/providers/protel/connector/operations.ts'
import { protel } from '../../../src/providers/protel/index.ts'
import { normalizeBooking } from '../../../src/providers/protel/normalize/booking.ts'
import { normalizeHousekeeping } from '../../../src/providers/protel/normalize/housekeeping.ts'
import { normalizeRoom } from '../../../src/providers/protel/normalize/room.ts'
import { businessAnswer } from '../../../src/providers/protel/soap/answer.ts'
import { messageOf } from '../../../src/providers/protel/soap/message.ts'
import { webhook } from '../../../src/providers/protel/webhook.ts'
import { openHarness } from '../../../src/providers/testing/harness.ts'
import { collect } from '../../../src/providers/testing/walk.ts'
import { actionsOf, openWriteBench } from '../../../src/providers/testing/write-bench.ts'
import { bookingRecord } from '../../../src/records/booking.ts'
import { housekeepingRecord } from '../../../src/records/housekeeping.ts'
import { roomRecord } from '../../../src/records/room.ts'
import { type GraphqlContract, loadGraphqlContract } from '../../kit/graphql-contract.ts'
import { readVendorFile, readVendorText } from '../../kit/vendor-specs.ts'
import { jsonRequest, reservation, resNotif, roomStatusNotif, soapRequest, stayNotif } from './messages.ts'
import { requestsOf } from './traffic.ts'

const FORMATS = {
  Date: /^\d{4}-\d{2}-\d{2}$/,
  DateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
  Decimal: /^-?\d+(\.\d+)?$/,
}
const hotel = { id: 'h', externalHotelId: '2691', timeZone: 'Europe/Berlin', currency: 'EUR' }
const ctx = { hotel, report: () => {} }
const bookingOf = (raw: unknown) => bookingRecord.parse(normalizeBooking(raw, ctx))
const sampleXml = (name: string) => readVendorText('samples', 'protel', `${name}.xml`)

describe('held against the connector’s contract', () => {
  let contract: GraphqlContract
  beforeAll(() => {
    contract = loadGraphqlContract(readVendorText('specs', 'protel', 'protel-connector.graphql'), FORMATS)
  })

  test.each(Object.entries(operations))('the document %s', (_, document) => {
    expect(contract.documentProblems(document)).toEqual([])
  })

  test('every operation that is sent, and every answer of the simulator', async () => {
    await using harness = await openHarness(protel, { bookings: 130, rooms: 60 })
    const { ctx, requests } = requestsOf(harness)
    await protel.check(ctx)
    const since = new Date('2026-08-01T00:00:00Z')
    for (const kind of harness.kinds) {
      const [raw] = await collect(harness, kind, {}, ctx)
      await collect(harness, kind, { since }, ctx)
      for (const id of [protel.identify[kind]?.(raw) ?? '', 'nobody']) await protel.fetchOne?.[kind]?.(ctx, id)
    }
    const range = { from: '2026-10-20', to: '2026-12-19' }
    const days = { since: null, until: harness.clock.now(), cursor: null, limit: null, range }
    for (const kind of ['rates', 'availability'] as const) {
      for await (const { items } of protel.fetch[kind]?.(ctx, days) ?? []) expect(items).not.toEqual([])
    }
    expect(requests.length).toBeGreaterThan(8)
    for (const { sent, answer } of requests) expect(contract.exchangeProblems(sent, answer.data ?? {})).toEqual([])
  })

  test.each(actionsOf(protel))('%s, and what is told of it later', async (action) => {
    await using bench = await openWriteBench(protel, action)
    const { ctx, requests } = requestsOf(bench.harness)
    expect(await bench.send({ ctx })).toEqual({ kind: 'DONE' })
    expect(requests).toHaveLength(1)
    for (const { sent, answer } of requests) expect(contract.exchangeProblems(sent, answer.data ?? {})).toEqual([])
  })

  test('would notice an unknown field, a wrong variable and a wrong value', () => {
    const sent = (query: string, variables = {}) => JSON.stringify({ query, variables })
    const rooms = { edges: [{ node: { id: '1', hkStatus: 'CLEAN' } }] }
    const query = 'query ($p: ID!) { rooms(propertyId: $p) { edges { node { id hkStatus } } } }'
    expect(contract.exchangeProblems(sent(query.replace('hkStatus', 'status'), { p: '1' }), { rooms })).toHaveLength(1)
    expect(contract.exchangeProblems(sent(query), { rooms })).not.toEqual([])
    expect(contract.exchangeProblems(sent(query, { p: '1' }), { rooms })).not.toEqual([])
  })

  test.each([
    ['reservations', (raw: unknown) => bookingOf(raw)],
    ['rooms', (raw: unknown) => roomRecord.parse(normalizeRoom(raw, ctx))],
    ['rooms', (raw: unknown) => housekeepingRecord.parse(normalizeHousekeeping(raw, ctx))],
  ] as const)('every item of the sample of %s makes a record', (field, recordOf) => {
    const path = ['samples', 'graphql', 'protel-connector', `${field}.response.json`]
    const { data } = readVendorFile<{ data: Record<string, { edges: { node: { id: string } }[] }> }>(...path)
    const nodes = data[field]?.edges.map(({ node }) => node) ?? []
    expect(nodes.length).toBeGreaterThan(1)
    for (const node of nodes) expect(recordOf(node)).toMatchObject({ externalId: node.id })
  })
})

describe('events of the connector', () => {
  test.each(['reservation.changed', 'room.status', 'command.failed'])('the sample %s is one, and is read', (name) => {
    const ajv = new Ajv({ strict: false })
    ;(formatsModule as unknown as typeof formatsModule.default)(ajv)
    const fits = ajv.compile(readVendorFile('specs', 'protel', 'protel-connector-webhook.schema.json'))
    const event = readVendorFile<{ id: string; type: string }>('samples', 'protel', `connector-webhook.${name}.json`)
    expect(fits(event), JSON.stringify(fits.errors)).toBe(true)
    expect(webhook.parse(jsonRequest(event))).toMatchObject([{ eventId: event.id, type: event.type }])
  })
})

describe('messages of protel I/O', () => {
  test.each([
    ['OTA_HotelResNotifRQ.reserved', 'bookings', '198382', true],
    ['OTA_HotelResNotifRQ.inhouse', 'bookings', '198382', true],
    ['HTNG_HotelCheckInNotifRQ', 'bookings', '198382', false],
    ['HTNG_HotelCheckOutNotifRQ', 'bookings', '198382', false],
    ['HTNG_HotelRoomStatusUpdateNotifRQ', 'housekeeping', '101', false],
    ['envelope.outbound.example', 'housekeeping', '101', false],
  ])('the sample %s is about %s %s', (name, kind, externalId, hasItem) => {
    const [event] = webhook.parse(soapRequest(sampleXml(name)))
    expect(event?.subject).toEqual({ kind, externalId })
    expect(event?.item !== null).toBe(hasItem)
  })

  test('the same reservation makes the same record, as a message and from the connector', () => {
    const path = ['samples', 'graphql', 'protel-connector', 'reservations.response.json']
    const { data } = readVendorFile<{ data: { reservations: { edges: { node: unknown }[] } } }>(...path)
    const [event] = webhook.parse(soapRequest(sampleXml('OTA_HotelResNotifRQ.reserved')))
    expect(bookingOf(event?.item)).toEqual(bookingOf(data.reservations.edges[0]?.node))
  })

  test('a check-in is told by the reservation’s own message', () => {
    const [event] = webhook.parse(soapRequest(sampleXml('OTA_HotelResNotifRQ.inhouse')))
    expect(bookingOf(event?.item)).toMatchObject({ status: 'CHECKED_IN', roomNumber: '101', children: 1 })
  })

  const validate = async (xml: string, schema: 'protel-io' | 'htng') => {
    const documents: XMLInput[] = [{ fileName: 'message.xml', contents: xml }]
    const { errors } = await validateXML({
      xml: documents,
      schema: readVendorText('specs', 'protel', `${schema}.subset.xsd`),
    })
    return errors.map(({ message }) => message)
  }
  const messages = [
    ['protel-io', resNotif(reservation)],
    ['htng', stayNotif('In', '7001')],
    ['htng', stayNotif('Out', '7001')],
    ['htng', roomStatusNotif('101', 'PICKUP')],
  ] as const

  test.each(messages)('those that tests invent fit the %s schema', async (schema, xml) => {
    expect(await validate(xml, schema)).toEqual([])
    expect(await validate(xml.replace(' TimeStamp=', ' Time='), schema)).not.toEqual([])
  })

  test.each(messages)('business answers fit the %s schema', async (schema, xml) => {
    const message = messageOf(soapRequest(xml))
    for (const outcome of [null, 'Not processed (“<&>”)']) {
      const answer = businessAnswer(message, outcome, { now: () => new Date('2026-08-07T08:00:02Z') })
      const [, body = ''] = /<env:Body>(.+)<\/env:Body>/.exec(answer?.xml ?? '') ?? []
      expect(await validate(body, schema)).toEqual([])
    }
  })
})
