import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PmsIntegrationError } from '../../src/errors.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { createProviderContext, createProviderRuntime } from '../../src/providers/context.ts'
import { mews } from '../../src/providers/mews/index.ts'
import { mock } from '../../src/providers/mock/index.ts'
import { opera } from '../../src/providers/opera/index.ts'
import { protel } from '../../src/providers/protel/index.ts'
import { createMemoryRateBudget } from '../../src/providers/transport/rate-budget.ts'
import { openTestDatabase } from '../kit/database.ts'
import { addHotel } from '../kit/rows.ts'
import { createTestServices, silentLog } from '../kit/services.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const services = (allowPrivateProviderUrls = true) => createTestServices(database, {}, { allowPrivateProviderUrls })
const refusalOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (error === null || error instanceof PmsIntegrationError) return error && { code: error.code, field: error.field }
  throw error
}

describe('secrets stay with the host they were entered for:', () => {
  const ioAt = (host: string) => ({ url: 'https://gateway.example.com', ioUrl: `https://${host}/soap` })
  const connected = async () => {
    const hotelId = await addHotel(database)
    const { configurations, inbox } = services()
    const key = { hotelId, provider: protel.key }
    const save = (accessToken: string, host: string) =>
      configurations.upsert({ ...key, credentials: { accessToken }, settings: ioAt(host) })
    await save('own', 'io.example.com')
    await inbox.rotateKeys({ ...key, actor: 'tester' })
    await inbox.rotateKeys({ ...key, actor: 'tester' })
    const secrets = () =>
      database.query(
        `SELECT webhook_secret IS NOT NULL AS current, previous_secret IS NOT NULL AS previous
         FROM pms_configuration c JOIN pms_webhook_endpoint e ON e.configuration_id = c.id WHERE hotel_id = $1`,
        [hotelId],
      )
    return { save, secrets }
  }

  test('a webhook’s bearer is not sent to another address for a junk credential', async () => {
    const { save, secrets } = await connected()
    await save('other', 'io.example.com')
    expect(await secrets()).toEqual([{ current: true, previous: true }])
    await save('junk', 'evil.example.com')
    expect(await secrets()).toEqual([{ current: false, previous: false }])
  })

  test('a token is not used at another host for the same client', async () => {
    const clock = { now: () => new Date() }
    const runtime = createProviderRuntime({ clock, budget: createMemoryRateBudget({ clock }) })
    const tokenAt = (gatewayUrl: string, value: string) => {
      const credentials = { clientId: 'c', clientSecret: 's', appKey: 'a', enterpriseId: 'E' }
      const hotel = { id: 'h', externalHotelId: 'P', timeZone: 'UTC', currency: 'EUR' }
      const settings = opera.settings.parse({ gatewayUrl })
      const signal = new AbortController().signal
      const ctx = createProviderContext({
        ...runtime,
        adapter: opera,
        hotel,
        credentials,
        settings,
        signal,
        log: silentLog,
      })
      return ctx.tokens.use(
        async () => ({ value, expiresAt: null }),
        async (token) => token,
      )
    }
    expect(await tokenAt('https://gateway.example.com', 'real')).toBe('real')
    expect(await tokenAt('https://gateway.example.com', 'another')).toBe('real')
    expect(await tokenAt('https://evil.example.com', 'evil')).toBe('evil')
  })
})

describe('a configuration is refused when it is saved:', () => {
  const save = async (input: object, isOpen = true) => {
    const account = { credentials: { apiKey: 'k' }, settings: { baseUrl: 'https://pms.example.com' } }
    const key = { hotelId: await addHotel(database), provider: mock.key }
    return refusalOf(services(isOpen).configurations.upsert({ ...key, ...account, ...input }))
  }

  test('unknown credentials and settings, which a typo makes', async () => {
    expect(await save({})).toBeNull()
    const unknown = (field: string) => ({ code: 'BAD_USER_INPUT', field })
    expect(await save({ credentials: { apiKey: 'k', apikey: 'k' } })).toEqual(unknown('credentials.apikey'))
    expect(await save({ settings: { baseUrl: 'https://pms.example.com', toString: 1 } })).toEqual(
      unknown('settings.toString'),
    )
    expect(await save({ credentials: null, changedCredentials: { apiKey: 'k', x: 'y' } })).toEqual(
      unknown('credentials.x'),
    )
  })

  test.each([
    'http://pms.example.com',
    'https://10.0.0.8',
    'https://127.1',
    'https://0x7f000001',
    'https://[::1]',
    'https://[::ffff:10.0.0.1]',
    'https://169.254.169.254/latest',
    'https://localhost:8443',
    'https://api.localhost',
    'https://metadata.google.internal',
    'https://printer.local.',
    'https://pms',
    'https://user:secret@pms.example.com',
  ])('%s, where private addresses are not allowed', async (baseUrl) => {
    expect(await save({ settings: { baseUrl } }, false)).toEqual({
      code: 'OUTBOUND_URL_REFUSED',
      field: 'settings.baseUrl',
    })
  })
})

test('a property belongs to one hotel', async () => {
  const property = randomUUID()
  const save = async (externalHotelId: string, host = 'api.mews.com', hotelId?: string) => {
    const key = { hotelId: hotelId ?? (await addHotel(database)), provider: mews.key }
    const credentials = { clientToken: 'app', accessToken: randomUUID() }
    const settings = { platformUrl: `https://${host}` }
    return {
      ...key,
      refusal: await refusalOf(services().configurations.upsert({ ...key, credentials, settings, externalHotelId })),
    }
  }
  const first = await save(property)
  expect(first.refusal).toBeNull()
  await database.query(
    `INSERT INTO pms_sync_log (id, hotel_id, provider, entity_type, operation, trigger, status, watermark_at)
     VALUES (gen_random_uuid(), $1, $2, 'BOOKING', 'FULL', 'MANUAL', 'COMPLETED', now())`,
    [first.hotelId, first.provider],
  )
  const taken = { code: 'BAD_USER_INPUT', field: 'externalHotelId' }
  expect((await save(property)).refusal).toEqual(taken)
  expect((await save(property, 'API.mews.com:443')).refusal).toEqual(taken)
  expect((await save(property, 'api.mews-demo.com')).refusal).toBeNull()
})

test('a property that a hotel only entered is given to the one that comes later', async () => {
  const property = randomUUID()
  const save = async () => {
    const key = { hotelId: await addHotel(database), provider: mews.key }
    const credentials = { clientToken: 'app', accessToken: randomUUID() }
    return refusalOf(services().configurations.upsert({ ...key, credentials, externalHotelId: property }))
  }
  expect([await save(), await save()]).toEqual([null, null])
})
