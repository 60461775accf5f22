import { beforeAll, describe, expect, test } from 'vitest'
import { mews } from '../../../src/providers/mews/index.ts'
import type { ProviderContext } from '../../../src/providers/provider.ts'
import { type Lab, openLab } from '../../../src/providers/testing/lab.ts'
import { collect } from '../../../src/providers/testing/walk.ts'
import { loadOpenApi, type OpenApi } from '../../kit/openapi.ts'
import { hasVendorSpecs, readVendorFile } from '../../kit/vendor-specs.ts'
import { recorded } from './traffic.ts'

/** The vendor names two formats that nobody else does. */
const formats = { currency: /^[A-Z]{3}$/, tel: /./ }

const since = new Date('2026-10-19T10:00:00Z')
const scenarios: readonly [string, (lab: Lab, ctx: ProviderContext) => Promise<unknown>][] = [
  ['check', (_, ctx) => mews.check(ctx)],
  ['full walk of bookings', (lab, ctx) => collect(lab, 'bookings', {}, ctx)],
  ['changed bookings', (lab, ctx) => collect(lab, 'bookings', { since }, ctx)],
  ['rooms', (lab, ctx) => collect(lab, 'rooms', {}, ctx)],
  ['guests', (lab, ctx) => collect(lab, 'guests', {}, ctx)],
  ['one of each', oneOfEach],
  ['refusals', refusals],
]

if (!hasVendorSpecs) test.skip('the vendor’s specification is absent: nothing is held against it')

describe.skipIf(!hasVendorSpecs)('held against the vendor’s specification', () => {
  let api: OpenApi
  beforeAll(() => {
    api = loadOpenApi(readVendorFile('specs', 'mews', 'connector-api.trimmed.openapi.json'), { formats })
  })

  test.each(scenarios)('%s', async (_, run) => {
    await using lab = await openLab(mews, { bookings: 260, rooms: 260, guests: 260 })
    for (let i = 0; i < 5; i++) lab.simulator.data.edit('bookings', i)
    const { ctx, calls } = recorded(lab)
    await run(lab, ctx)
    expect(calls.length).toBeGreaterThan(1)
    for (const { request, response } of calls) {
      expect(api.requestProblems({ headers: {}, ...request }), request.url).toEqual([])
      expect(api.answerProblems(request, response), request.url).toEqual([])
    }
  })

  test('would notice a made-up operation, field and format', () => {
    const url = 'https://api.example/api/connector/v1/resources/getAll'
    const headers = { 'content-type': 'application/json' }
    const problems = (fields: object) => {
      const body = { ClientToken: 'c', AccessToken: 'a', Client: 'x', Limitation: { Count: 1 }, ...fields }
      return api.requestProblems({ method: 'POST', url, headers, body: JSON.stringify(body) })
    }
    expect(problems({})).toEqual([])
    expect(problems({ ModifiedSince: '2026-01-01' })).not.toEqual([])
    expect(problems({ ResourceIds: ['101'] })).not.toEqual([])
    expect(api.requestProblems({ method: 'GET', url, headers })).not.toEqual([])
  })
})

async function oneOfEach(lab: Lab, ctx: ProviderContext) {
  for (const kind of ['bookings', 'rooms', 'guests'] as const) {
    const [raw] = lab.simulator.data.items(kind)
    const id = mews.identify[kind]?.(raw) ?? ''
    expect(await mews.fetchOne?.[kind]?.(ctx, id)).toEqual(JSON.parse(JSON.stringify(raw)))
    expect(await mews.fetchOne?.[kind]?.(ctx, '0fffffff-0000-4000-8000-ffffffffffff')).toBeNull()
  }
}

async function refusals(lab: Lab, ctx: ProviderContext) {
  const stranger = { ...ctx, credentials: { ...lab.simulator.credentials, accessToken: 'wrong' } }
  await expect(collect(lab, 'bookings', {}, stranger)).rejects.toMatchObject({ code: 'PROVIDER_UNAUTHORIZED' })
  const cursor = JSON.stringify({ changed: null, after: 'no-guid', catchUps: 0 })
  await expect(collect(lab, 'rooms', { cursor }, lab.context())).rejects.toMatchObject({
    code: 'PROVIDER_CURSOR_INVALID',
  })
}
