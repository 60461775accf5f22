import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayNumber, dayNumberIn, dayOf } from '../../src/records/days.ts'
import { writeSpans } from '../../src/sync/store/spans/write-spans.ts'
import { syncedAvailability } from '../../src/sync/synced/availability.ts'
import { syncedRate } from '../../src/sync/synced/rate.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { addAccount, addHotel } from '../kit/rows.ts'
import { anAvailability, aRate, pageOf } from '../sync/spans/spans.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
let hotelId: string
let [bar, double] = ['', '']
beforeAll(async () => {
  api = await startApi()
  hotelId = await addHotel(api.database)
  bar = await addSeries('pms_rate_plan', 'BAR')
  double = await addSeries('pms_room_type', 'DBL')
  await store('rates', [
    aRate({
      from: '2027-01-30',
      days: 4,
      amounts: [
        [100, 101, null, 103],
        [150, 151, null, 153],
      ],
      closed: [false, false, true, null],
    }),
    aRate({ from: '2027-01-30', days: 4, roomTypeExternalId: 'SGL', price: 70 }),
    aRate({ from: '2027-02-01', days: 1, ratePlanExternalId: 'WEB', price: 60 }),
  ])
  await store('availability', [anAvailability({ from: '2027-01-31', days: 2, left: -1 })])
})
afterAll(() => api[Symbol.asyncDispose]())

async function addSeries(table: string, externalId: string, of = hotelId): Promise<string> {
  const id = randomUUID()
  await api.database.query(
    `INSERT INTO ${table} (id, hotel_id, provider, external_id, last_synced_at, content_hash, name)
     VALUES ($1, $2, 'mock', $3, now(), '', $3)`,
    [id, of, externalId],
  )
  return id
}

async function store(kind: 'rates' | 'availability', spans: object[], of = hotelId) {
  const { items, failed } = pageOf(kind, spans)
  expect(failed).toEqual([])
  const entity = kind === 'rates' ? syncedRate : syncedAvailability
  const options = { fetchedAt: new Date(), probe: true, fullSince: null, syncLogId: null }
  await api.database.transaction((tx) => writeSpans(tx, entity, { hotelId: of, provider: 'mock' }, items, options))
}

const Rates = graphql(`
  query Rates($hotelId: ID!, $from: LocalDate!, $to: LocalDate!, $ratePlanIds: [ID!], $roomTypeIds: [ID!]) {
    rates(hotelId: $hotelId, from: $from, to: $to, ratePlanIds: $ratePlanIds, roomTypeIds: $roomTypeIds) {
      days
      trueAsOf
      series {
        provider
        ratePlanExternalId
        roomTypeExternalId
        ratePlan {
          id
        }
        currency
        amounts
        closed
        maxStay
      }
    }
  }
`)

const DAYS = { from: '2027-01-31', to: '2027-02-03' }

test('lists are as long as the days that were asked for, over the ends of months', async () => {
  const { data } = await api.query(Rates, { hotelId, ...DAYS, ratePlanIds: [bar], roomTypeIds: [double] })
  expect(data.rates).toEqual({
    days: ['2027-01-31', '2027-02-01', '2027-02-02', '2027-02-03'],
    trueAsOf: null,
    series: [
      {
        provider: 'mock',
        ratePlanExternalId: 'BAR',
        roomTypeExternalId: 'DBL',
        ratePlan: { id: bar },
        currency: 'EUR',
        amounts: [
          [101, null, 103, null],
          [151, null, 153, null],
        ],
        closed: [false, true, null, null],
        maxStay: null,
      },
    ],
  })
})

test('without ids all series come, in one order', async () => {
  const { data } = await api.query(Rates, { hotelId, ...DAYS })
  const names = data.rates.series.map((one) => `${one.ratePlanExternalId}/${one.roomTypeExternalId}`)
  expect(names).toEqual(['BAR/DBL', 'BAR/SGL', 'WEB/DBL'])
  expect(data.rates.series.map(({ ratePlan }) => ratePlan?.id ?? null)).toEqual([bar, bar, null])
})

test('an object a day says the same', async () => {
  const document = graphql(`
    query RateDays($hotelId: ID!, $from: LocalDate!, $to: LocalDate!) {
      rates(hotelId: $hotelId, from: $from, to: $to) {
        series {
          days {
            date
            amounts
            closed
          }
        }
      }
    }
  `)
  const { data } = await api.query(document, { hotelId, ...DAYS })
  expect(data.rates.series[0]?.days).toEqual([
    { date: '2027-01-31', amounts: [101, 151], closed: false },
    { date: '2027-02-01', amounts: null, closed: true },
    { date: '2027-02-02', amounts: [103, 153], closed: null },
    { date: '2027-02-03', amounts: null, closed: null },
  ])
})

const Availability = graphql(`
  query Availability($hotelId: ID!) {
    availability(hotelId: $hotelId, from: "2027-01-31", to: "2027-02-01") {
      series {
        roomTypeExternalId
        roomType {
          id
        }
        available
        sold
        days {
          date
          available
        }
      }
    }
  }
`)

test('an overbooked night is negative', async () => {
  const { data } = await api.query(Availability, { hotelId })
  expect(data.availability.series).toEqual([
    {
      roomTypeExternalId: 'DBL',
      roomType: { id: double },
      available: [-1, -1],
      sold: null,
      days: [
        { date: '2027-01-31', available: -1 },
        { date: '2027-02-01', available: -1 },
      ],
    },
  ])
})

test('only columns that are selected are read', async () => {
  api.statements.length = 0
  await api.query(Availability, { hotelId })
  const [read] = api.statements.filter((text) => text.includes('pms_availability_month t'))
  expect(read).toContain('t.available[k.a:k.b]')
  expect(read).not.toContain('t.physical[k.a:k.b]')
})

test('a hotel has its calendar beside its other fields', async () => {
  const { data } = await api.send({
    query: `{ _entities(representations: [{ __typename: "Hotel", id: "${hotelId}" }]) { ... on Hotel {
      rates(from: "2027-02-01", to: "2027-02-01") { series { amounts } }
      availability(from: "2027-02-01", to: "2027-02-01") { series { available } } } } }`,
  })
  expect(data?._entities).toMatchObject([
    {
      rates: { series: [{}, { amounts: [[70]] }, { amounts: [[60]] }] },
      availability: { series: [{ available: [-1] }] },
    },
  ])
})

test('each night says how far it can be trusted: nearer and farther days are read at different times', async () => {
  const known = await addAccount(api.database, { syncSchedule: '0 * * * *' })
  const today = dayNumberIn('Europe/Lisbon', new Date())
  const at = (day: number) => dayOf(today + day)
  await api.database.query(
    `INSERT INTO pms_sync_walk (hotel_id, provider, entity_type, slice, true_as_of, failed_runs)
     VALUES ($1, 'mock', 'RATE', 'NEAR', now() - interval '5 hours', 0), ($1, 'mock', 'RATE', 'FAR', now(), 0)`,
    [known],
  )
  await store('rates', [aRate({ from: at(-1), days: 3 }), aRate({ from: at(364), days: 2 })], known)
  const ask = (from: string) =>
    api.send({
      query: `{ rates(hotelId: "${known}", from: "${from}", to: "${dayOf(dayNumber(from) + 1)}") {
        trueAsOf series { freshness trueAsOf days { freshness } } } }`,
    })
  type Answer = { rates: { trueAsOf: string; series: { freshness: string[]; trueAsOf: string[]; days: object[] }[] } }
  const near = ((await ask(at(-1))).data as Answer).rates
  expect(near.series).toEqual([
    {
      freshness: [null, 'STALE'],
      trueAsOf: [null, near.trueAsOf],
      days: [{ freshness: null }, { freshness: 'STALE' }],
    },
  ])
  const far = ((await ask(at(364))).data as Answer).rates
  expect(far.series).toMatchObject([{ freshness: ['STALE', 'FRESH'], trueAsOf: [near.trueAsOf, expect.any(String)] }])
  expect(far.series[0]?.trueAsOf[1]).not.toBe(near.trueAsOf)
  await api.database.query('UPDATE pms_configuration SET enabled = false WHERE hotel_id = $1', [known])
  expect((await ask(at(364))).data).toMatchObject({ rates: { series: [{ freshness: ['PAUSED', 'PAUSED'] }] } })
})

describe('bad input is refused with a code and the argument', () => {
  const ask = async (variables: object, token?: string) => {
    const { errors } = await api.query(Rates, { hotelId, ...DAYS, ...variables }, token)
    return errors?.map(({ extensions }) => [extensions?.code, extensions?.field])
  }
  test.each([
    ['`to` before `from`', { to: '2027-01-30' }, 'to'],
    ['more than 400 days', { to: '2028-03-06' }, 'to'],
    ['an unknown rate plan', { ratePlanIds: [randomUUID()] }, 'ratePlanIds'],
    ['what is no id', { roomTypeIds: ['DBL'] }, 'roomTypeIds'],
  ])('%s', async (_, variables, field) => {
    expect(await ask(variables)).toEqual([['BAD_USER_INPUT', field]])
  })
  test('400 days are not too many', async () => {
    expect(await ask({ to: dayOf(dayNumber(DAYS.from) + 399) })).toBeUndefined()
  })
  test('the rate plan of another hotel', async () => {
    const foreign = await addSeries('pms_rate_plan', 'BAR', await addHotel(api.database))
    expect(await ask({ ratePlanIds: [foreign] })).toEqual([['BAD_USER_INPUT', 'ratePlanIds']])
  })
  test('a hotel of somebody else does not exist', async () => {
    const token = await api.token({ hotelIds: ['another'] })
    expect(await ask({}, token)).toEqual([['NOT_FOUND', 'hotelId']])
  })
  test('more than 100,000 cells; fewer days, or named series, are answered', async () => {
    const large = await addHotel(api.database)
    const types = Array.from({ length: 251 }, (_, i) => `T${i}`)
    await store(
      'availability',
      types.map((roomTypeExternalId) => anAvailability({ roomTypeExternalId, days: 400 })),
      large,
    )
    const asked = (to: string) =>
      api.send({
        query: `{ availability(hotelId: "${large}", from: "2027-01-20", to: "${to}") { series { available } } }`,
      })
    const refused = await asked(dayOf(dayNumber('2027-01-20') + 399))
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'to' })
    const { data } = await asked(dayOf(dayNumber('2027-01-20') + 397))
    expect(data).toMatchObject({ availability: { series: types.map(() => ({})) } })
  })
  test('more than 25,000 day objects, which are a fraction of what lists may have', async () => {
    const large = await addHotel(api.database)
    const types = Array.from({ length: 126 }, (_, i) => `T${i}`)
    await store(
      'availability',
      types.map((roomTypeExternalId) => anAvailability({ roomTypeExternalId, days: 200 })),
      large,
    )
    const asked = (what: string) =>
      api.send({
        query: `{ availability(hotelId: "${large}", from: "2027-01-20", to: "2027-08-06") { series { ${what} } } }`,
      })
    const refused = await asked('days { available }')
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'to' })
    expect((await asked('available')).errors).toBeUndefined()
  })
  test.each([
    [
      'Hotel.rates',
      '{ hotel: _entities(representations: [{ __typename: "Hotel", id: "HOTEL" }]) { ... on Hotel { rates(ARGS) { days } } } }',
    ],
    [
      'Hotel.availability',
      '{ hotel: _entities(representations: [{ __typename: "Hotel", id: "HOTEL" }]) { ... on Hotel { availability(ARGS) { days } } } }',
    ],
    ['availability', '{ availability(hotelId: "HOTEL", ARGS) { days } }'],
  ])('days of %s as those of rates', async (_, query) => {
    const ask = (args: string) => api.send({ query: query.replace('HOTEL', hotelId).replace('ARGS', args) })
    const answers = [
      await ask('from: "2027-01-20", to: "2027-01-19"'),
      await ask('from: "2027-01-20", to: "2028-02-24"'),
      await ask(`from: "2027-01-20", to: "2027-01-20", roomTypeIds: ["${randomUUID()}"]`),
    ]
    expect(answers.map(({ errors }) => [errors?.[0]?.extensions?.code, errors?.[0]?.extensions?.field])).toEqual([
      ['BAD_USER_INPUT', 'to'],
      ['BAD_USER_INPUT', 'to'],
      ['BAD_USER_INPUT', 'roomTypeIds'],
    ])
    expect((await ask('from: "2027-02-30", to: "2027-03-01"')).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
  })
  test.each(['rates', 'availability'])(
    'a sync of %s by REST, of a part or from a time that there is not',
    async (noun) => {
      const account = await addAccount(api.database, {})
      const ask = async (fields: object) => {
        const response = await fetch(`${api.url}/api/pms/sync/${noun}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${await api.token()}`,
            prefer: 'wait=0',
          },
          body: JSON.stringify({ hotelId: account, provider: 'mock', ...fields }),
        })
        const { errors } = (await response.json()) as { errors?: { extensions: { code: string; field?: string } }[] }
        return [response.status, errors?.[0]?.extensions.code, errors?.[0]?.extensions.field]
      }
      for (const [field, value] of [
        ['slice', 'MIDDLE'],
        ['slice', ''],
        ['limit', 0],
        ['since', '2027-02-30T00:00:00Z'],
        ['from', '2027-01-01'],
      ] as const)
        expect(await ask({ [field]: value }), field).toEqual([
          400,
          'BAD_USER_INPUT',
          expect.stringMatching(`^(${field}|body)$`),
        ])
      expect(await ask({ slice: 'FAR' })).toEqual([202, undefined, undefined])
    },
  )
  test('more than four calendars in one operation', async () => {
    const one = (name: string) => `${name}: rates(hotelId: "${hotelId}", from: "2027-01-20", to: "2027-01-20") { days }`
    const { errors } = await api.send({ query: `{ ${['a', 'b', 'c', 'd', 'e'].map(one).join(' ')} }` })
    expect(errors?.[0]?.extensions?.code).toBe('OPERATION_TOO_LARGE')
  })
})
