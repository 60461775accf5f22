import { expect, test } from 'vitest'
import { mews } from '../../../src/providers/mews/index.ts'
import { limits } from '../../../src/providers/mews/limits.ts'
import { openHarness } from '../../../src/providers/testing/harness.ts'
import { collect, walk } from '../../../src/providers/testing/walk.ts'
import { answer, recorded } from './traffic.ts'

test('tokens are in the body of a POST, and nowhere else', async () => {
  await using harness = await openHarness(mews)
  const { ctx, calls } = recorded(harness)
  await mews.check(ctx)
  const { clientToken, accessToken } = harness.simulator.credentials
  for (const { request, body } of calls) {
    expect(request.method).toBe('POST')
    expect(body).toMatchObject({ ClientToken: clientToken, AccessToken: accessToken })
    expect(`${request.url} ${JSON.stringify(request.headers)}`).not.toMatch(/token/i)
  }
  expect(harness.logged.length).toBeGreaterThan(0)
  expect(harness.logged.join('\n')).not.toContain(String(accessToken))
  expect(harness.logged.join('\n')).not.toContain(String(clientToken))
})

test('a refusal says where, and nothing that the vendor wrote', async () => {
  await using harness = await openHarness(mews)
  const refusal = { status: 400, headers: { 'request-id': 'r-1' }, body: '{"Message":"Invalid token of John Smith"}' }
  const { ctx } = recorded(harness, (operation) => (operation === 'services/getAll' ? refusal : undefined))
  const error = await mews.check(ctx).catch((error: unknown) => error)
  expect(error).toMatchObject({
    code: 'PROVIDER_REJECTED',
    message: 'The PMS refused the request to services/getAll.',
    details: { status: 400, operation: 'services/getAll', requestId: 'r-1' },
  })
})

const unauthorized = (Message: string) => answer({ Message }, 401)

test.each([
  ['for one operation with a telling message', 'The client does not have permission.', 'customers/getAll'],
  ['for one operation without one', '', 'customers/getAll'],
  ['for one operation with a message that may mean both', 'Invalid token or missing permission', 'customers/getAll'],
  ['for all operations with a telling message', 'Missing permission.', '/get'],
])('401 %s is PROVIDER_FORBIDDEN', async (_, message, refused) => {
  await using harness = await openHarness(mews)
  const { ctx } = recorded(harness, (operation) => (operation.includes(refused) ? unauthorized(message) : undefined))
  const failure = collect(harness, 'guests', {}, ctx)
  await expect(failure).rejects.toMatchObject({ code: 'PROVIDER_FORBIDDEN', retryable: false })
  expect(harness.waits).toEqual([])
})

test.each(['Invalid AccessToken.', 'Invalid token or missing permission', ''])(
  '401 for everything (%j) is PROVIDER_UNAUTHORIZED',
  async (message) => {
    await using harness = await openHarness(mews)
    const { ctx } = recorded(harness, () => unauthorized(message))
    const failure = collect(harness, 'bookings', {}, ctx)
    await expect(failure).rejects.toMatchObject({ code: 'PROVIDER_UNAUTHORIZED', retryable: false })
  },
)

test('408 is tried again', async () => {
  await using harness = await openHarness(mews)
  let left = 2
  const { ctx } = recorded(harness, () => (left-- > 0 ? answer({ Message: 'Request timeout.' }, 408) : undefined))
  await expect(mews.check(ctx)).resolves.toMatchObject({ propertyName: 'Hotel Simulado 1' })
  expect(harness.waits.map(({ reason }) => reason)).toEqual(['BACKOFF', 'BACKOFF'])
})

test('a query that stays too heavy is asked for less', async () => {
  await using harness = await openHarness(mews, { guests: 40 })
  const count = (body: Record<string, unknown>) => (body.Limitation as { Count: number } | undefined)?.Count ?? 0
  const { ctx, calls } = recorded(harness, (operation, body) =>
    operation === 'customers/getAll' && count(body) > 10 ? answer({ Message: 'Request timeout.' }, 408) : undefined,
  )
  expect(await collect(harness, 'guests', {}, ctx)).toHaveLength(40)
  const counts = calls.flatMap(({ operation, body }) => (operation === 'customers/getAll' ? [count(body)] : []))
  expect(counts.slice(0, 9)).toEqual([250, 250, 250, 250, 50, 50, 50, 50, 10])
})

test.each(['{}', 'null', '', '[]', '{"Services":"none"}'])('the answer %j is PROVIDER_BAD_RESPONSE', async (body) => {
  await using harness = await openHarness(mews)
  const { ctx } = recorded(harness, (operation) => (operation === 'services/getAll' ? { body } : undefined))
  await expect(mews.check(ctx)).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
})

test('a list that does not go on ends', async () => {
  await using harness = await openHarness(mews)
  const Id = '0fffffff-0000-4000-8000-000000000001'
  const page = { Services: Array.from({ length: 1_000 }, () => ({ Id })), Cursor: Id }
  const { ctx } = recorded(harness, (operation) => (operation === 'services/getAll' ? answer(page) : undefined))
  await expect(mews.check(ctx)).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
})

test('a page of bookings costs a handful of requests, however many bookings', async () => {
  await using harness = await openHarness(mews, { bookings: limits.pageSize, rooms: 50, guests: 80 })
  const { ctx, operations } = recorded(harness)
  harness.simulator.setFaults({ equalTimestamps: true })
  const since = new Date(harness.clock.now().getTime() - 60_000)
  expect(await collect(harness, 'bookings', { since }, ctx)).toHaveLength(limits.pageSize)
  const counts = Object.groupBy(operations(), (operation) => operation)
  expect(counts['customers/getAll']).toHaveLength(1)
  expect(counts['resources/getAll']).toHaveLength(1)
  expect(counts['serviceOrderNotes/getAll']).toHaveLength(1)
  expect(counts['orderItems/getAll']?.length).toBeLessThanOrEqual(3)
  expect(operations().length).toBeLessThanOrEqual(12)
})

test('only services that people stay in are asked for', async () => {
  await using harness = await openHarness(mews)
  const { ctx, calls } = recorded(harness)
  await collect(harness, 'bookings', {}, ctx)
  const asked = calls.filter(({ operation }) => operation.startsWith('reservations/'))
  const services = calls.find(({ operation }) => operation === 'services/getAll')?.response.body ?? ''
  expect(JSON.parse(services).Services).toHaveLength(2)
  for (const { body } of asked) expect(body.ServiceIds).toHaveLength(1)
})

test('parking spots and persons are no rooms', async () => {
  await using harness = await openHarness(mews, { rooms: 4 })
  const [first, second, third] = harness.simulator.data.items('rooms').map((raw) => mews.identify.rooms?.(raw))
  const parkingId = '00000000-0000-4000-8000-000000000006'
  const { ctx, calls } = recorded(harness, (operation) => {
    if (operation !== 'resourceCategoryAssignments/getAll') return undefined
    return answer({
      ResourceCategoryAssignments: [
        { ResourceId: first, CategoryId: parkingId },
        { ResourceId: second, CategoryId: parkingId },
        { ResourceId: second, CategoryId: '0000000d-0000-4000-8000-000000000000' },
      ],
    })
  })
  for (const kind of ['rooms', 'housekeeping'] as const) {
    const ids = (await collect(harness, kind, {}, ctx)).map((raw) => mews.identify[kind]?.(raw))
    expect(ids).toHaveLength(3)
    expect(ids).toEqual(expect.arrayContaining([second, third]))
  }
  const blocks = calls.find(({ operation }) => operation === 'resourceBlocks/getAll')
  expect(blocks?.body.AssignedResourceIds).not.toContain(first)
})

test.each(['bookings', 'rooms', 'guests'] as const)('many %s by id come in one request of their list', async (kind) => {
  await using harness = await openHarness(mews, { bookings: 30, rooms: 30, guests: 30 })
  const raws = harness.simulator.data.items(kind)
  const ids = raws.map((raw) => mews.identify[kind]?.(raw) ?? '')
  const { ctx, calls } = recorded(harness)
  const many = (await mews.fetchMany?.[kind]?.(ctx, [...ids, '0fffffff-0000-4000-8000-ffffffffffff'])) ?? []
  const records = (items: readonly unknown[]) =>
    items
      .map((raw) => mews.normalize[kind]?.(raw, ctx))
      .sort((a, b) => (String(a?.externalId) < String(b?.externalId) ? -1 : 1))
  expect(records(many)).toEqual(records(raws))
  const list = { bookings: 'reservations/getAll/2023-06-06', rooms: 'resources/getAll', guests: 'customers/getAll' }[
    kind
  ]
  const filter = { bookings: 'ReservationIds', rooms: 'ResourceIds', guests: 'CustomerIds' }[kind]
  expect(
    calls.filter(
      ({ operation, body }) =>
        operation === list && filter in body && JSON.stringify(body[filter]).includes(ids[0] ?? 'none'),
    ),
  ).toHaveLength(1)
  expect(calls.length).toBeLessThan(15)
})

test('a booking of a company is told by the company’s name', async () => {
  await using harness = await openHarness(mews, { bookings: 1 })
  const [raw] = harness.simulator.data.items('bookings') as { Reservation: object }[]
  const companyId = '0fffffff-0000-4000-8000-00000000000c'
  const reservation = { ...raw?.Reservation, AccountId: companyId, AccountType: 'Company' }
  const { ctx, calls } = recorded(harness, (operation) => {
    if (operation.startsWith('reservations/')) return answer({ Reservations: [reservation] })
    if (operation === 'companies/getAll') return answer({ Companies: [{ Id: companyId, Name: 'Ferrari & Figli' }] })
    return undefined
  })
  const booking = await mews.fetchOne?.bookings?.(ctx, mews.identify.bookings?.(raw) ?? '')
  expect(mews.normalize.bookings?.(booking, ctx)).toMatchObject({ guestName: 'Ferrari & Figli', guestExternalId: null })
  expect(calls.some(({ operation }) => operation === 'customers/getAll')).toBe(false)
})

test('a token of several hotels needs to know which one', async () => {
  await using harness = await openHarness(mews)
  const hotel = { ...harness.context().hotel, externalHotelId: null }
  const single = recorded(harness, undefined, { hotel })
  await collect(harness, 'guests', {}, single.ctx)
  await collect(harness, 'rooms', {}, single.ctx)
  for (const { body } of single.calls) expect(Object.keys(body)).not.toContain('EnterpriseIds')

  const services = JSON.parse(
    single.calls.find(({ operation }) => operation === 'services/getAll')?.response.body ?? '',
  )
  const [one, two] = services.Services
  const others = answer({ Services: [one, { ...two, EnterpriseId: '0fffffff-0000-4000-8000-00000000000e' }] })
  const { ctx } = recorded(harness, (operation) => (operation === 'services/getAll' ? others : undefined), { hotel })
  await expect(collect(harness, 'bookings', {}, ctx)).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'externalHotelId',
  })
})

test('check tells the time zone of the property', async () => {
  await using harness = await openHarness(mews)
  expect(await mews.check(harness.context())).toMatchObject({ propertyTimeZone: 'Europe/Lisbon' })
})

test.each([
  ['resources/getAll', { Limitation: { Count: 1 } }, 400],
  ['customers/getAll', { Limitation: { Count: 1 }, Extent: { Customers: true } }, 400],
  ['reservations/getAll/2023-06-06', { Limitation: { Count: 1_001 } }, 400],
  ['reservations/getAll/2023-06-06', {}, 400],
  ['reservations/getAll', { Limitation: { Count: 1 } }, 404],
  [
    'reservations/getAll/2023-06-06',
    { Limitation: { Count: 1 }, UpdatedUtc: { StartUtc: '2026-01-01T00:00:00Z', EndUtc: '2026-06-01T00:00:00Z' } },
    400,
  ],
])('the simulator holds callers to what Mews takes: %s %j', async (operation, parameters, status) => {
  await using harness = await openHarness(mews, { bookings: 1 })
  const { clientToken: ClientToken, accessToken: AccessToken } = harness.simulator.credentials
  const body = JSON.stringify({ ClientToken, AccessToken, Client: 'test', ...parameters })
  const response = await fetch(`${harness.simulator.url}/api/connector/v1/${operation}`, { method: 'POST', body })
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ Message: expect.any(String) })
})

test('a block that was deleted is told by an incremental walk, and left out by a full one', async () => {
  await using harness = await openHarness(mews, { roomBlocks: 4 })
  const since = harness.clock.now()
  const edited = harness.simulator.data.edit('roomBlocks', 0)
  const removed = harness.simulator.data.remove('roomBlocks', 1)
  const pages = []
  for await (const page of walk(harness, 'roomBlocks', { since })) pages.push(page)
  expect(pages.flatMap(({ gone = [] }) => gone)).toEqual([removed])
  expect(pages.flatMap(({ items }) => items).map((raw) => mews.identify.roomBlocks?.(raw))).toEqual([edited])
  const full = []
  for await (const page of walk(harness, 'roomBlocks')) full.push(page)
  expect(full.flatMap(({ gone = [] }) => gone)).toEqual([])
  expect(full.flatMap(({ items }) => items)).toHaveLength(3)
})
