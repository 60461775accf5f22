import { print } from 'graphql'
import type { ExecutionResult } from 'graphql-ws'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changedTopic } from '../../src/sync/events/progress.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { eventually } from '../kit/eventually.ts'
import { scriptedVendor } from '../kit/scripted-provider.ts'
import { insertHotel } from '../kit/test-hotel.ts'
import { aRate } from '../sync/spans/spans.ts'
import type { AriChangedSubscription } from './gql/graphql.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

/** A hotel with prices for a month, whose vendor changes them night by night. */
async function openHotel() {
  const { adapter, items } = scriptedVendor(`calendar-${crypto.randomUUID()}`)
  const hotelId = `hotel-${crypto.randomUUID()}`
  api.adapters.set(adapter.key, adapter)
  await insertHotel(api.database, hotelId, adapter.key)
  const sync = async (...spans: object[]) => {
    // The last one that names a night holds.
    items.rates.push(...(spans as never[]))
    const request = { hotelId, provider: adapter.key, entityType: 'RATE', trigger: 'MANUAL', full: true } as const
    const { id } = await api.engine.request(request)
    await api.engine.run(id)
    return api.engine.waitForEnd(id)
  }
  await sync(aRate({ days: 30 }))
  return { hotelId, sync }
}

const night = (day: number, price: number) => aRate({ from: `2027-02-0${day}`, days: 1, price })

const Changes = graphql(`
  query AriChanges($hotelId: ID!, $after: String, $first: Int! = 2) {
    ariChanges(hotelId: $hotelId, after: $after, first: $first) {
      nodes {
        entityType
        ratePlanExternalId
        from
        to
        fields
        before {
          amounts
          closed
        }
        after {
          amounts
        }
        seenAt
        seenAfter
        changeId
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

test('who goes on after the last cursor reads every change once, in the order in which they were stored', async () => {
  const { hotelId, sync } = await openHotel()
  await sync(night(5, 205), night(3, 203))
  await sync(night(1, 201))
  const first = await api.query(Changes, { hotelId })
  expect(first.data.ariChanges.nodes.map(({ from }) => from)).toEqual(['2027-02-03', '2027-02-05'])
  expect(first.data.ariChanges.pageInfo.hasNextPage).toBe(true)
  const after = first.data.ariChanges.pageInfo.endCursor
  const { data } = await api.query(Changes, { hotelId, after })
  expect(data.ariChanges.nodes).toMatchObject([
    {
      entityType: 'RATE',
      ratePlanExternalId: 'BAR',
      from: '2027-02-01',
      to: '2027-02-01',
      fields: ['amounts'],
      before: { amounts: [[100]], closed: null },
      after: { amounts: [[201]] },
      changeId: null,
    },
  ])
  const [change] = data.ariChanges.nodes
  expect(new Date(change?.seenAfter ?? 0) < new Date(change?.seenAt ?? 0)).toBe(true)
  const end = data.ariChanges.pageInfo.endCursor
  const last = await api.query(Changes, { hotelId, after: end })
  expect(last.data.ariChanges).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false, endCursor: end } })
})

test('the changes of one night of one series are found among all others', async () => {
  const { hotelId, sync } = await openHotel()
  await sync(night(1, 201), night(2, 202))
  await sync(aRate({ from: '2027-02-01', days: 3, price: 210 }))
  const find = async (filter: object) => {
    const query = `query ($id: ID!, $filter: PmsAriChangeFilter) { ariChanges(hotelId: $id, last: 9, filter: $filter) {
      totalCount nodes { from to after { amounts } } } }`
    const { data, errors } = await api.send({ query, variables: { id: hotelId, filter } })
    expect(errors).toBeUndefined()
    const found = data?.ariChanges as { totalCount: number; nodes: { from: string; to: string }[] }
    expect(found.totalCount).toBe(found.nodes.length)
    return found.nodes.map(({ from, to }) => `${from.slice(8)}-${to.slice(8)}`)
  }
  const series = { entityType: 'RATE', ratePlanExternalId: 'BAR', roomTypeExternalId: 'DBL' }
  expect(await find({})).toEqual(['01-02', '01-03'])
  expect(await find({ ...series, covers: '2027-02-02' })).toEqual(['01-02', '01-03'])
  expect(await find({ ...series, covers: '2027-02-03' })).toEqual(['01-03'])
  expect(await find({ ...series, covers: '2027-02-04' })).toEqual([])
  for (const other of [{ ratePlanExternalId: 'X' }, { roomTypeExternalId: 'X' }, { entityType: 'AVAILABILITY' }])
    expect(await find({ ...series, ...other })).toEqual([])
})

test('the latest come from the end, what was before them page by page, and all are counted on request', async () => {
  const { hotelId, sync } = await openHotel()
  for (const day of [1, 2, 3]) await sync(night(day, 200 + day))
  const query = `query ($id: ID!, $before: String) { ariChanges(hotelId: $id, last: 2, before: $before) {
    totalCount nodes { from } pageInfo { hasNextPage hasPreviousPage startCursor } } }`
  const ask = async (before: string | null = null) => {
    const { data, errors } = await api.send({ query, variables: { id: hotelId, before } })
    expect(errors).toBeUndefined()
    return data?.ariChanges as { pageInfo: { startCursor: string } }
  }
  const latest = await ask()
  expect(latest).toMatchObject({
    totalCount: 3,
    nodes: [{ from: '2027-02-02' }, { from: '2027-02-03' }],
    pageInfo: { hasNextPage: false, hasPreviousPage: true },
  })
  expect(await ask(latest.pageInfo.startCursor)).toMatchObject({
    totalCount: 3,
    nodes: [{ from: '2027-02-01' }],
    pageInfo: { hasNextPage: true, hasPreviousPage: false },
  })
})

test('a cursor of another hotel, and a page that is too large, are refused by name', async () => {
  const [one, other] = [await openHotel(), await openHotel()]
  await one.sync(night(1, 201))
  const { data } = await api.query(Changes, { hotelId: one.hotelId })
  const after = data.ariChanges.pageInfo.endCursor
  const refused = async (variables: { after?: string | null; first?: number }) => {
    const { errors } = await api.query(Changes, { hotelId: other.hotelId, ...variables })
    return errors?.[0]?.extensions
  }
  expect(await refused({ after })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' })
  expect(await refused({ first: 201 })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'first' })
})

test('a subscription tells each range that changes, and nothing of other hotels', async () => {
  const [{ hotelId, sync }, other] = [await openHotel(), await openHotel()]
  const document = graphql(`
    subscription AriChanged($hotelId: ID!) {
      ariChanged(hotelId: $hotelId) {
        from
        after {
          amounts
        }
      }
    }
  `)
  const client = api.connect(await api.token())
  const payload = { query: print(document), variables: { hotelId } }
  const events = client.iterate(payload) as AsyncIterableIterator<ExecutionResult<AriChangedSubscription>>
  const next = events.next()
  const prefix = changedTopic(hotelId, 'RATE').split('.').slice(0, 2).join('.')
  await eventually(() => expect(api.listening.some((pattern) => pattern.startsWith(prefix))).toBe(true))
  await other.sync(night(2, 202))
  await sync(night(4, 204))
  expect((await next).value?.data).toEqual({ ariChanged: { from: '2027-02-04', after: { amounts: [[204]] } } })
  await client.dispose()
})
