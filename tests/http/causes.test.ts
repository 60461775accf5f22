import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinOrigins, loggedCause, runCausedBy } from '../../src/platform/cause.ts'
import type { Logger } from '../../src/platform/logger.ts'
import { createLogger } from '../../src/platform/logger.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { bookings, scriptedVendor } from '../kit/scripted-provider.ts'
import { insertHotel } from '../kit/test-hotel.ts'

type Line = Record<string, unknown> & { msg: string }

const texts: string[] = []
const lines = () => texts.map((text) => JSON.parse(text) as Line)
const log: Logger = createLogger({ level: 'debug', format: 'json' }, { write: (line) => void texts.push(line) })
const vendor = scriptedVendor()
let api: TestApi
beforeAll(async () => {
  api = await startApi({ log, executesRuns: false })
  api.adapters.set('scripted', vendor.adapter)
  vendor.items.bookings = bookings(2)
})
afterAll(() => api[Symbol.asyncDispose]())

const SYNC = 'mutation($input: PmsSyncInput!) { syncBookings(input: $input) { syncLog { id } errors { message } } }'

async function askFor(path: string, body: object, headers: Record<string, string>): Promise<string> {
  const response = await fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await api.token()}`, ...headers },
    body: JSON.stringify(body),
  })
  const [, id = ''] = /"(?:syncLogId|id)":"([^"]+)"/.exec(await response.text()) ?? []
  return id
}

const input = async () => {
  const hotelId = `hotel-${randomUUID()}`
  await insertHotel(api.database, hotelId, 'scripted')
  return { hotelId, provider: 'scripted' }
}

const byGraphql = (input: object, headers: Record<string, string>) =>
  askFor('/graphql', { query: SYNC, variables: { input } }, headers)
const byRest = (input: object, headers: Record<string, string>) =>
  askFor('/api/pms/sync/bookings', input, { prefer: 'wait=0', ...headers })
const ofRun = (id: string) => lines().filter(({ syncId }) => syncId === id)

test.each([
  ['by GraphQL', byGraphql],
  ['by REST', byRest],
])('a run that was asked for %s says in every line which request it was', async (_, ask) => {
  const sent = { requestId: randomUUID(), correlationId: randomUUID() }
  const id = await ask(await input(), { 'x-request-id': sent.requestId, 'x-correlation-id': sent.correlationId })
  // By a worker, which knows nothing of the request but what stands in the run.
  await api.engine.run(id)
  expect(ofRun(id).map(({ event }) => event)).toEqual(['pms.sync.started', 'pms.sync.completed'])
  for (const line of ofRun(id)) expect(line).toMatchObject(sent)
  const answered = lines().filter(({ msg, requestId }) => msg === 'Request answered' && requestId === sent.requestId)
  expect(answered).toHaveLength(1)
})

test('no line has a field twice', async () => {
  const id = await byRest(await input(), { 'x-request-id': randomUUID() })
  await api.engine.run(id)
  expect(ofRun(id).length).toBeGreaterThan(0)
  for (const text of texts) {
    const names = text.match(/"(requestId|syncId)":/g) ?? []
    expect(names).toHaveLength(new Set(names).size)
  }
})

test.each([
  ['an address', 'ada@example.com'],
  ['two words', 'Ada Lovelace'],
  ['markup', '<script>'],
  ['too long', 'x'.repeat(129)],
  ['empty', ''],
])('an id that a log cannot take is replaced: %s', async (_, sent) => {
  const id = await byRest(await input(), { 'x-request-id': sent, 'x-correlation-id': sent })
  await api.engine.run(id)
  for (const line of ofRun(id)) {
    expect(line.requestId).toMatch(/^[\da-f-]{36}$/)
    expect(line).not.toHaveProperty('correlationId')
  }
})

test('a correlation id names a request that has no other id', async () => {
  const correlationId = randomUUID()
  const id = await byRest(await input(), { 'x-correlation-id': correlationId })
  await api.engine.run(id)
  expect(ofRun(id)[0]).toMatchObject({ requestId: correlationId, correlationId })
})

test('a run that nobody asked for names no request, also when somebody’s request executes it', async () => {
  const { id } = await api.engine.request({ ...(await input()), entityType: 'BOOKING', trigger: 'SCHEDULED' })
  await runCausedBy({ requestId: 'order-9' }, () => api.engine.run(id))
  expect(ofRun(id)).toHaveLength(2)
  for (const line of ofRun(id)) expect(line).not.toHaveProperty('requestId')
})

test('a message’s lines name the delivery that brought it, or all of them', () => {
  const [one, two] = [{ requestId: 'delivery-1' }, { requestId: 'delivery-2' }]
  expect(runCausedBy(joinOrigins([one, one]), loggedCause)).toEqual(one)
  expect(runCausedBy(joinOrigins([one, two]), loggedCause)).toEqual({ requestIds: ['delivery-1', 'delivery-2'] })
  expect(runCausedBy(joinOrigins([]), loggedCause)).toEqual({})
})
