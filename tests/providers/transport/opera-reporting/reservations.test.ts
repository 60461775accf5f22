import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { FetchedPage } from '../../../../src/providers/provider.ts'
import { type GraphqlAnswer, requestPartialGraphql } from '../../../../src/providers/transport/graphql/graphql.ts'
import { listOf, wholeItem } from '../../../../src/providers/transport/graphql/list.ts'
import { walkList } from '../../../../src/providers/transport/moving-list.ts'
import { fitShape } from '../../../../src/providers/transport/rest.ts'
import { createSingleRequest } from '../../../../src/providers/transport/single-request.ts'
import { loadGraphqlContract } from '../../../kit/graphql-contract.ts'
import { readVendorFile, readVendorText } from '../../../kit/vendor-specs.ts'
import { fakeVendor } from '../fake-vendor.ts'
import { type ReservationRow, simulateReporting } from './simulator.ts'

const DOCUMENT = /* GraphQL */ `
  query Reservations($input: BookingsReservationQueryArgumentsType!, $limit: Int, $offset: Int) {
    bookingsReservation(input: $input, limit: $limit, offset: $offset) {
      reservationDetails { reservationNameID resort reservationStatus updateDate totalRevenue }
      bookingsReservationRecordCount
    }
  }
`
const SINCE = '2026-08-01 00:00:00'

const row = (id: number, day: number, totalRevenue: number | (() => number) = 238.5): ReservationRow => ({
  reservationDetails: {
    reservationNameID: id,
    resort: 'HOTEL1',
    reservationStatus: 'RESERVED',
    updateDate: `2026-08-${String(1 + (day % 28)).padStart(2, '0')} 12:00:00`,
    totalRevenue,
  },
})
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index, index / 10))

async function openReporting(data: readonly ReservationRow[], appKey = 'app-key') {
  const simulator = await simulateReporting(readVendorText('specs', 'graphql', 'ohip-rna.trimmed.graphql'), data)
  const { http } = fakeVendor(() => expect.unreachable(), {
    singleRequest: createSingleRequest({ allowPrivateNetwork: true }),
  })
  const ask = (variables: object, document = DOCUMENT) => {
    const request = { url: simulator.url, document, variables: { ...variables }, headers: { 'x-app-key': appKey } }
    return requestPartialGraphql(http, request, z.unknown())
  }
  const input = { reservationDetailsResort: { _eq: 'HOTEL1' }, reservationDetailsUpdateDate: { _gte: SINCE } }
  const walk = () =>
    walkList(
      {
        pageSize: 20,
        fingerprint: (raw) => JSON.stringify((raw as ReservationRow).reservationDetails),
        async read(offset, limit) {
          const found = plainList(await ask({ input, limit, offset }), 'bookingsReservation')
          return { rows: found, isLast: found.length < limit }
        },
      },
      { cursor: null, limit: null },
    )
  return { ask, walk, input, [Symbol.asyncDispose]: () => simulator[Symbol.asyncDispose]() }
}

/** A root field that is a list; this vendor answers null for an empty one. */
function plainList(answer: GraphqlAnswer<unknown>, field: string): unknown[] {
  const list = fitShape(answer.data, z.object({ [field]: z.array(z.unknown()).nullish() }))[field]
  return listOf(answer, list ?? [], [field])
}

const gather = async (pages: AsyncGenerator<FetchedPage>, between = () => {}) => {
  const items: unknown[] = []
  for await (const page of pages) {
    items.push(...page.items)
    between()
  }
  return items as ReservationRow[]
}
const idsOf = (items: readonly ReservationRow[]) =>
  [...new Set(items.map(({ reservationDetails }) => reservationDetails.reservationNameID))].sort((a, b) => a - b)

describe('OPERA’s reporting API, a real vendor’s schema', () => {
  test('operations are held against it', () => {
    const contract = loadGraphqlContract(readVendorText('specs', 'graphql', 'ohip-rna.trimmed.graphql'))
    const samples = ['reservations', 'housekeeping'].map((name) =>
      readVendorText('samples', 'graphql', 'ohip-rna', `${name}.query.graphql`),
    )
    for (const document of [DOCUMENT, ...samples]) expect(contract.documentProblems(document)).toEqual([])
    expect(contract.documentProblems(DOCUMENT.replace('updateDate', 'updatedAt'))).toHaveLength(1)
  })

  test('a walk by limit and offset brings every row', async () => {
    await using vendor = await openReporting(rows(75))
    expect(idsOf(await gather(vendor.walk()))).toEqual(idsOf(rows(75)))
  })

  test('a walk loses no row when others vanish or are edited under it', async () => {
    const data = rows(75)
    await using vendor = await openReporting(data)
    const between = () => {
      data.splice(2, 7)
      const [edited] = data.splice(0, 1)
      if (edited) data.push(row(edited.reservationDetails.reservationNameID, 27))
    }
    const seen = idsOf(await gather(vendor.walk(), between))
    expect(seen).toEqual(expect.arrayContaining(idsOf(data)))
  })

  test('a row that the vendor cannot deliver whole is refused alone', async () => {
    const broken = row(1, 1, () => {
      throw new Error('ORA-01476')
    })
    await using vendor = await openReporting([row(0, 0), broken, row(2, 2)])
    const items = await gather(vendor.walk())
    expect(items.map((item) => wholeOrCode(item))).toEqual([
      expect.objectContaining({ reservationDetails: expect.objectContaining({ reservationNameID: 0 }) }),
      'RECORD_INVALID',
      expect.objectContaining({ reservationDetails: expect.objectContaining({ reservationNameID: 2 }) }),
    ])
  })

  test.each([
    ['a missing half of the mandatory pairs', { reservationDetailsResort: { _eq: 'HOTEL1' } }],
    ['an input that does not exist', { hotel: 'HOTEL1' }],
  ])('%s is PROVIDER_REJECTED', async (_, input) => {
    await using vendor = await openReporting(rows(1))
    await expect(vendor.ask({ input })).rejects.toMatchObject({ code: 'PROVIDER_REJECTED' })
  })

  test('a wrong key is PROVIDER_UNAUTHORIZED, although HTTP says 200', async () => {
    await using vendor = await openReporting([], 'wrong')
    await expect(vendor.ask({ input: vendor.input })).rejects.toMatchObject({ code: 'PROVIDER_UNAUTHORIZED' })
  })

  test('a list of rooms or reservations in the samples is read', () => {
    for (const [file, field] of [
      ['reservations', 'bookingsReservation'],
      ['housekeeping', 'inventoryHousekeepingManagementRoom'],
    ] as const) {
      const { data } = readVendorFile<{ data: unknown }>('samples', 'graphql', 'ohip-rna', `${file}.response.json`)
      expect(plainList({ data, errors: [] }, field).length).toBeGreaterThan(0)
    }
  })
})

function wholeOrCode(item: unknown): unknown {
  try {
    return wholeItem(item)
  } catch (error) {
    return (error as { code: string }).code
  }
}
