import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { ConfigurationEntity } from '../../src/entities/configuration.ts'
import { SyncLogEntity } from '../../src/entities/sync-log.ts'
import { BookingEntity } from '../../src/entities/synced/booking.ts'
import { GuestEntity } from '../../src/entities/synced/guest.ts'
import { RoomEntity } from '../../src/entities/synced/room.ts'
import { ERROR_CODES, PmsIntegrationError } from '../../src/errors.ts'
import { listProviderAdapters } from '../../src/providers/registry.ts'
import { PERMISSIONS } from '../../src/security/viewer.ts'
import { startApi } from '../kit/api.ts'
import * as specified from './items.ts'

const page = readFileSync('docs/specification.md', 'utf8')
const isOnPage = (name: string) => page.includes(name)

async function productText(): Promise<string> {
  const texts: string[] = []
  for await (const path of glob('src/**/*.ts')) texts.push(readFileSync(path, 'utf8'))
  return texts.join('\n')
}

test('every endpoint of the specification is served', async () => {
  await using api = await startApi()
  const missing = specified.ENDPOINTS.filter((endpoint) => {
    const [method, url = ''] = endpoint.split(' ')
    return !api.server.fastify.hasRoute({ method: method as 'POST', url })
  })
  expect(missing).toEqual([])
  expect(specified.ENDPOINTS.filter((endpoint) => !isOnPage(endpoint))).toEqual([])
})

test('every field of its tables is kept, or stands on the page with the reason', () => {
  const entities = {
    PMSRoom: RoomEntity,
    PMSGuest: GuestEntity,
    PMSSyncLog: SyncLogEntity,
    PMSConfiguration: ConfigurationEntity,
    NormalizedBooking: BookingEntity,
  }
  const missing = Object.entries(specified.FIELDS).flatMap(([model, fields]) => {
    const kept = Object.keys(entities[model as keyof typeof entities].meta.properties)
    return fields.split(' ').filter((field) => !kept.includes(field) && !isOnPage(`\`${model}.${field}\``))
  })
  expect(missing).toEqual([])
})

test('every index of its tables is there, or stands on the page with what is there instead', async () => {
  await using api = await startApi()
  const rows = await api.database.query<{ definition: string }>(
    "SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index WHERE indrelid::regclass::text LIKE 'pms_%'",
  )
  const isThere = (index: string) => {
    const [table = '', columns = ''] = index.split(/ (?=\()/)
    return rows.some(({ definition }) => definition.includes(` ON public.${table} `) && definition.endsWith(columns))
  }
  expect(specified.INDEXES.filter((index) => !isThere(index) && !isOnPage(`\`${index}\``))).toEqual([])
})

test('every header, event, function and rule of it is in the product or on the page', async () => {
  const text = await productText()
  const isThere = (name: string) => text.includes(name) || isOnPage(name)
  const names = [
    ...specified.HEADERS,
    ...Object.keys(specified.EVENTS),
    ...specified.FUNCTIONS,
    ...specified.TYPES,
    ...specified.METHODS_OF_ADAPTER,
    ...specified.METRICS,
    ...specified.ROADMAP,
    ...specified.RETRY,
    ...specified.FILES.map((file) => `\`${file}\``),
    ...Object.values(specified.EVENTS).flatMap((fields) => fields.split(' ').map((field) => `\`${field}\``)),
    ...specified.SUMMARY.map((field) => `\`${field}\``),
  ]
  expect(names.filter((name) => !isThere(name))).toEqual([])
  const { VARIABLES } = specified
  expect(VARIABLES.filter((name) => !isOnPage(`\`${name}\``))).toEqual([])
})

test('its providers, permissions and errors have the names that it gives them', () => {
  expect(listProviderAdapters().map(({ key }) => key)).toEqual(expect.arrayContaining([...specified.PROVIDERS]))
  expect(PERMISSIONS).toEqual(expect.arrayContaining([...specified.PERMISSIONS_NAMED]))
  expect(Object.keys(ERROR_CODES)).toEqual(expect.arrayContaining([...specified.ERROR_CODES_NAMED]))
  const error = new PmsIntegrationError('UNKNOWN_PROVIDER', 'There is no such provider.')
  expect(error).toMatchObject({ code: 'UNKNOWN_PROVIDER', message: expect.any(String), statusCode: 400 })
  expect(Object.keys(error)).toEqual(expect.arrayContaining(['code', 'statusCode']))
})
