import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PmsIntegrationError } from '../../src/errors.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { openTestDatabase } from '../kit/database.ts'
import { aBooking } from '../kit/scripted-provider.ts'
import { createWebhookHotel, MINUTE_MS } from '../kit/webhook-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const version = (number: number, changes: Record<string, unknown> = {}) =>
  aBooking('b-1', {
    externalUpdatedAt: new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString(),
    notes: `version ${number}`,
    ...changes,
  })

describe('a message', () => {
  test('has its entity fetched, stored and told of, with a line in the sync log', async () => {
    const hotel = await createWebhookHotel(database)
    const heard: string[] = []
    hotel.services.events.on('pms.booking.synced', ({ externalId }) => heard.push(externalId))
    hotel.vendor.items.bookings.push(version(1))
    await hotel.post({ ids: ['b-1'] })
    expect(await hotel.events()).toMatchObject([{ status: 'RECEIVED' }])
    await hotel.drain()
    expect(await hotel.events()).toMatchObject([{ status: 'PROCESSED', attempts: 1 }])
    expect(await hotel.rows('external_id, notes')).toEqual([{ external_id: 'b-1', notes: 'version 1' }])
    expect(heard).toEqual(['b-1'])
    const [log] = await database.query(
      'SELECT operation, trigger, status, items_created, items_processed FROM pms_sync_log WHERE hotel_id = $1',
      [hotel.hotelId],
    )
    expect(log).toEqual({
      ...{ operation: 'WEBHOOK', trigger: 'WEBHOOK', status: 'COMPLETED', items_created: 1, items_processed: 1 },
    })
  })

  test.each([2, 50])('that comes %i times at once is stored once and has one effect', async (copies) => {
    const hotel = await createWebhookHotel(database)
    const heard: string[] = []
    hotel.services.events.on('pms.booking.synced', ({ externalId }) => heard.push(externalId))
    hotel.vendor.items.bookings.push(version(1))
    const posts = Array.from({ length: copies }, () => hotel.post({ ids: ['b-1'] }, { id: 'same' }))
    expect(new Set(await Promise.all(posts))).toEqual(new Set([200]))
    await Promise.all([hotel.drain(), hotel.otherInbox.drain(hotel.keys.configuration.id), hotel.drain()])
    await hotel.post({ ids: ['b-1'] }, { id: 'same' })
    await hotel.drain()
    expect(await hotel.events()).toMatchObject([{ status: 'PROCESSED', deliveries: copies + 1 }])
    expect(hotel.fetched).toEqual(['b-1'])
    expect(heard).toEqual(['b-1'])
  })

  test('without an id tells of another change when the same bytes come again later', async () => {
    const hotel = await createWebhookHotel(database, { named: false })
    hotel.vendor.items.bookings.push(version(1))
    await hotel.post({ ids: ['b-1'] })
    await hotel.drain()
    hotel.vendor.items.bookings[0] = version(2)
    hotel.clock.advance(2_000)
    await hotel.post({ ids: ['b-1'] })
    await hotel.drain()
    expect(await hotel.rows('notes')).toEqual([{ notes: 'version 2' }])
    expect(await hotel.events()).toMatchObject([{ status: 'PROCESSED', deliveries: 2 }])
  })

  test('that comes again while its entity is being fetched is not lost', async () => {
    let during: (() => Promise<unknown>) | null = null
    const hotel = await createWebhookHotel(database, {
      named: false,
      fetchOne: async () => {
        const seen = version(during === null ? 2 : 1)
        await during?.()
        during = null
        return seen
      },
    })
    during = () => hotel.post({ ids: ['b-1'] })
    await hotel.post({ ids: ['b-1'] })
    await hotel.drain()
    hotel.clock.advance(2_000)
    await hotel.drain()
    expect(await hotel.rows('notes')).toEqual([{ notes: 'version 2' }])
    expect(await hotel.events()).toMatchObject([{ status: 'PROCESSED' }])
  })

  test('about nothing that is synced is kept and left alone', async () => {
    const hotel = await createWebhookHotel(database)
    await hotel.post({ type: 'invoice.printed' })
    await hotel.drain()
    expect(await hotel.events()).toMatchObject([{ status: 'IGNORED', attempts: 0 }])
  })

  test('about something that is gone marks the row as deleted', async () => {
    const hotel = await createWebhookHotel(database)
    hotel.vendor.items.bookings.push(version(1))
    await hotel.post({ ids: ['b-1'] })
    await hotel.drain()
    hotel.vendor.items.bookings.pop()
    hotel.clock.advance(2_000)
    await hotel.post({ type: 'booking.deleted', ids: ['b-1'] })
    await hotel.drain()
    expect(await hotel.rows('deleted_at IS NOT NULL AS gone')).toEqual([{ gone: true }])
  })

  test('with a card number in it is stored without', async () => {
    const hotel = await createWebhookHotel(database)
    await hotel.post({ ids: ['b-1'], type: 'paid 4111 1111 1111 1111', item: version(1, { cvv: '123' }) })
    const [row] = await database.query<{ body: Buffer }>(
      'SELECT body FROM pms_webhook_event WHERE configuration_id = $1',
      [hotel.keys.configuration.id],
    )
    expect(row?.body.toString()).not.toMatch(/4111 1111|"cvv"/)
    expect(row?.body.toString()).toContain('1111')
  })
})

test('fifty messages about one booking cost one fetch, and those that come soon after wait a second', async () => {
  const hotel = await createWebhookHotel(database)
  hotel.vendor.items.bookings.push(version(1))
  await Promise.all(Array.from({ length: 50 }, () => hotel.post({ ids: ['b-1'] })))
  await hotel.drain()
  expect(hotel.fetched).toEqual(['b-1'])
  await Promise.all(Array.from({ length: 50 }, () => hotel.post({ ids: ['b-1'] })))
  await hotel.drain()
  expect(hotel.fetched).toEqual(['b-1'])
  hotel.clock.advance(1_000)
  await hotel.drain()
  expect(hotel.fetched).toEqual(['b-1', 'b-1'])
  expect(new Set((await hotel.events()).map(({ status }) => status))).toEqual(new Set(['PROCESSED']))
})

test('whatever the order and grouping in which events come, the last version is what stays', async () => {
  const history = fc
    .array(fc.constantFrom('CONFIRMED', 'CHECKED_IN', 'CANCELLED'), { minLength: 1, maxLength: 8 })
    .chain((statuses) => {
      const versions = statuses.map((status, index) => version(index, { status }))
      const steps = versions.map((item) => ({ item, drains: fc.boolean() }))
      return fc.tuple(
        fc.constant(versions),
        fc.shuffledSubarray(steps, { minLength: steps.length }),
        fc.array(fc.boolean(), { minLength: steps.length, maxLength: steps.length }),
      )
    })
  await fc.assert(
    fc.asyncProperty(history, async ([versions, order, drains]) => {
      const hotel = await createWebhookHotel(database, { fetchOne: null })
      for (const [index, { item }] of order.entries()) {
        await hotel.post({ item })
        if (drains[index]) await hotel.drain()
        hotel.clock.advance(1_001)
      }
      await hotel.drain()
      const last = versions.at(-1)
      expect(await hotel.rows('status, notes')).toEqual([{ status: last?.status, notes: last?.notes }])
    }),
    { numRuns: 40 },
  )
})

describe('an event that cannot be processed', () => {
  test('is tried five times, ever later, is dead then, and lives again by a replay', async () => {
    let isBroken = true
    const hotel = await createWebhookHotel(database, {
      fetchOne: async () => {
        if (isBroken) throw new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'The PMS is down.')
        return version(1)
      },
    })
    await hotel.post({ ids: ['b-1'] })
    const delays: number[] = []
    for (let tries = 1; tries <= 5; tries++) {
      await hotel.drain()
      const [event] = await hotel.events()
      expect(event).toMatchObject({ attempts: tries, status: tries < 5 ? 'FAILED' : 'DEAD' })
      if (!event?.nextAttemptAt) break
      delays.push(event.nextAttemptAt.getTime() - hotel.clock.now().getTime())
      hotel.clock.advance(event.nextAttemptAt.getTime() - hotel.clock.now().getTime())
    }
    // Half of 2^n × 30 s, as the test's dice say.
    expect(delays).toEqual([15_000, 30_000, 60_000, 120_000])
    expect(await hotel.events()).toMatchObject([{ status: 'DEAD', errorCode: 'PROVIDER_UNAVAILABLE' }])

    isBroken = false
    const all = { hotelId: hotel.hotelId, all: true, actor: 'ada' }
    expect(await hotel.inbox.replay({ ...all, dryRun: true })).toBe(1)
    expect(await hotel.events()).toMatchObject([{ status: 'DEAD' }])
    const [before] = await hotel.events()
    expect(await hotel.inbox.replay({ ...all, dryRun: false })).toBe(1)
    hotel.clock.advance(2_000)
    await hotel.drain()
    expect(await hotel.events()).toMatchObject([{ id: before?.id, status: 'PROCESSED', errorCode: null }])
    const audits = await database.query(
      `SELECT actor, details FROM pms_audit_entry WHERE hotel_id = $1 AND action = 'webhook.events.replayed'`,
      [hotel.hotelId],
    )
    expect(audits).toEqual([{ actor: 'ada', details: { all: true, count: 1 } }])
  })

  test('since its item is invalid leaves a failure, and does not hold up the others', async () => {
    const hotel = await createWebhookHotel(database)
    hotel.vendor.items.bookings.push(aBooking('good'), aBooking('bad', { checkIn: 'soon' }))
    await hotel.post({ ids: ['bad'] })
    await hotel.post({ ids: ['good'] })
    await hotel.drain()
    expect((await hotel.events()).map(({ status }) => status)).toEqual(['FAILED', 'PROCESSED'])
    const failures = await database.query('SELECT external_id, path FROM pms_sync_failure WHERE hotel_id = $1', [
      hotel.hotelId,
    ])
    expect(failures).toEqual([{ external_id: 'bad', path: 'checkIn' }])
    expect(await hotel.rows('external_id')).toEqual([{ external_id: 'good' }])
  })

  test('since the database refuses its item fails alone', async () => {
    const hotel = await createWebhookHotel(database)
    hotel.vendor.items.bookings.push(
      aBooking('good'),
      aBooking('bad', { totalAmountCents: 2 ** 53 - 1, adults: 99_999 }),
    )
    hotel.vendor.map = (item) => (item.externalId === 'bad' ? { ...item, checkIn: '0000-01-01' } : item)
    await Promise.all([hotel.post({ ids: ['bad'] }), hotel.post({ ids: ['good'] })])
    await hotel.drain()
    expect((await hotel.events()).map(({ status }) => status).sort()).toEqual(['FAILED', 'PROCESSED'])
    expect(await hotel.rows('external_id')).toEqual([{ external_id: 'good' }])
  })
})

test('one that is to be taken from the message is only taken from a signed one; else a sync is asked for', async () => {
  const hotel = await createWebhookHotel(database, { fetchOne: null, webhook: {} })
  const { verify: _, ...unsigned } = hotel.adapter.webhook ?? { parse: () => [] }
  Object.assign(hotel.adapter, { webhook: unsigned })
  await hotel.post({ item: version(1) })
  await hotel.drain()
  expect(await hotel.rows()).toEqual([])
  const logs = await database.query('SELECT operation, trigger, status FROM pms_sync_log WHERE hotel_id = $1', [
    hotel.hotelId,
  ])
  expect(logs).toEqual([{ operation: 'FULL', trigger: 'WEBHOOK', status: 'QUEUED' }])
})

test('a vendor that waits for a business answer gets one, with the token that the inbox did not keep', async () => {
  const replies: [authorization: string | undefined, failure: string | null][] = []
  const hotel = await createWebhookHotel(database, {
    webhook: {
      verify: () => {},
      reply: async (_, { headers }, failure) => void replies.push([headers.authorization, failure?.code ?? null]),
    },
  })
  hotel.vendor.items.bookings.push(version(1))
  const headers = { authorization: `Bearer ${hotel.keys.secret}` }
  for (const message of [{ ids: ['b-1'] }, { type: 'hello' }]) {
    const body = Buffer.from(JSON.stringify(message))
    await hotel.inbox.intake.accept(hotel.adapter.key, hotel.keys.key, {
      headers: { ...headers, 'webhook-id': message.type ?? 'x' },
      body,
    })
  }
  await hotel.drain()
  expect(replies).toEqual([
    [headers.authorization, null],
    [headers.authorization, null],
  ])
  const rows = await database.query('SELECT headers::text AS kept FROM pms_webhook_event WHERE configuration_id = $1', [
    hotel.keys.configuration.id,
  ])
  expect(JSON.stringify(rows)).not.toContain(hotel.keys.secret.slice(6))
})

describe('a rotation', () => {
  const refusal = { code: 'UNAUTHENTICATED' }

  test('accepts the key and the secret before for the overlap and not longer, in any combination', async () => {
    const hotel = await createWebhookHotel(database)
    const next = await hotel.inbox.rotateKeys({ hotelId: hotel.hotelId, provider: hotel.adapter.key, actor: 'ada' })
    const { key, secret } = next
    for (const options of [{}, { key }, { secret }, { key, secret }]) {
      expect(await hotel.post({ ids: ['b-1'] }, options)).toBe(200)
    }
    hotel.clock.advance(24 * 60 * MINUTE_MS + 1)
    expect(await hotel.post({ ids: ['b-1'] }, { key, secret })).toBe(200)
    await expect(hotel.post({ ids: ['b-1'] }, { key })).rejects.toMatchObject(refusal)
    await expect(hotel.inbox.intake.require(hotel.adapter.key, hotel.keys.key)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('under load drops no message', async () => {
    const hotel = await createWebhookHotel(database)
    let current: { key?: string; secret?: string } = {}
    for (let round = 0; round < 3; round++) {
      const postAll = () => Array.from({ length: 20 }, (_, i) => hotel.post({ ids: [`b-${i}`] }, current))
      const before = postAll()
      const rotated = await hotel.inbox.rotateKeys({ hotelId: hotel.hotelId, provider: hotel.adapter.key, actor: 'a' })
      // The next rotation ends what this one replaced, so that is answered first.
      expect(new Set(await Promise.all([...before, ...postAll()]))).toEqual(new Set([200]))
      current = { key: rotated.key, secret: rotated.secret }
    }
    expect(await hotel.events()).toHaveLength(120)
  })

  test('leaves no key and no secret in the database', async () => {
    const hotel = await createWebhookHotel(database)
    const [row] = await database.query(
      `SELECT to_jsonb(e)::text || to_jsonb(c)::text || (SELECT jsonb_agg(a)::text FROM pms_audit_entry a) AS dump
       FROM pms_webhook_endpoint e JOIN pms_configuration c ON c.id = e.configuration_id WHERE c.id = $1`,
      [hotel.keys.configuration.id],
    )
    expect(row?.dump).toContain(hotel.keys.key.slice(-4))
    expect(row?.dump).not.toContain(hotel.keys.key)
    expect(row?.dump).not.toContain(hotel.keys.secret.slice(6))
  })
})
