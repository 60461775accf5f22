import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ERROR_CODES } from '../../src/errors.ts'
import { createSubgraph } from '../../src/resolvers/subgraph.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { argumentPlaces, type Place, valuesAt } from '../kit/argument-places.ts'
import { operationOf, rootFields } from '../kit/operations.ts'
import { insertHotel } from '../kit/test-hotel.ts'

/** Generated from the schema: every place of every query and mutation gets what nobody thought of. */

const LONG = 'x'.repeat(20_000)
const TEXTS = [
  '',
  '\u0000',
  'a\u0000b',
  '\ud800',
  LONG,
  "'; DROP TABLE pms_booking; --",
  '%',
  '\\',
  '../..',
  '__proto__',
]
const NUMBERS = [0, -1, 1.5, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 2 ** 53, 2 ** 80, '1', {}]
const ODD: Readonly<Record<string, readonly unknown[]>> = {
  ID: [...TEXTS, 7, 2 ** 60, {}, []],
  String: [...TEXTS, 'http://127.0.0.1:5432', '* * * * * * *', '@reboot', 'Mars/Olympus', 7, null],
  Int: NUMBERS,
  SafeInt: NUMBERS,
  Boolean: ['true', 1, null],
  LocalDate: ['0000-01-01', '9999-12-31', '2026-02-30', '-0001-01-01', '', '\u0000', 7],
  DateTime: ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-01-01T00:00:00+99:99', '2026-01-01', '', 7],
  JSONObject: [{ constructor: { prototype: 1 } }, { a: '\u0000' }, { a: LONG }, nested(300), [], 'x', 1, null],
  enum: ['NOTHING', '', '\u0000', 'toString', 7, null],
}
/** All of them run beside each other, some hundred requests each. */
const TIMEOUT_MS = 240_000
/** What only our side knows: statements, tables, frames of a stack, files, other machines. */
const INSIDES = /"stack"|SELECT |INSERT INTO|UPDATE pms_|\bpms_[a-z]+|node_modules|\.ts:\d|postgres|ECONN|\bat \w+ \(/i

function nested(depth: number): object {
  return depth === 0 ? {} : { a: nested(depth - 1) }
}

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const fields = rootFields(createSubgraph()).filter(({ kind }) => kind !== 'subscription')

test.each(fields.map((each) => [each.field.name, each] as const))(
  '%s takes it, or says what is wrong',
  async (_, { kind, field }) => {
    const hotelId = `hotel-${randomUUID()}`
    await insertHotel(api.database, hotelId, 'mock')
    const given = { hotelId, id: hotelId, slug: hotelId, provider: 'mock', timeZone: 'UTC', currency: 'EUR' }
    for (const place of argumentPlaces(field)) {
      let token = await api.token({ subject: randomUUID() })
      for (const odd of oddValues(place)) {
        const operation = operationOf(kind, field, { ...given, ...valuesAt(place, odd) })
        // What tries credentials may be asked for a few times by each viewer.
        if (kind === 'mutation') token = await api.token({ subject: randomUUID() })
        const answer = await api.send(operation, token)
        const what = `${[...place.within, place.name].join('.')}: ${JSON.stringify(odd).slice(0, 60)}`
        expect(problemsOf(answer, JSON.stringify(operation.variables)), what).toEqual([])
      }
    }
  },
  TIMEOUT_MS,
)

function oddValues({ type, isList }: Place): readonly unknown[] {
  const values = ODD[type] ?? ODD.enum ?? []
  return isList ? [...values.map((value) => [value]), [], [null], Array(2_000).fill(values[0])] : values
}

type Answer = Awaited<ReturnType<TestApi['send']>>

/** Whatever must not be in an answer, apart from what was sent. */
function problemsOf({ status, headers, data, errors = [] }: Answer, sent: string): string[] {
  const payloads = Object.values(data ?? {}) as ({ errors?: { code: string; message: string }[] } | null)[]
  const codes = [
    ...errors.map(({ extensions }) => extensions.code),
    ...payloads.flatMap((each) => each?.errors?.map(({ code }) => code) ?? []),
  ]
  const text = JSON.stringify([errors, payloads.map((each) => each?.errors)])
  const [inside] = INSIDES.exec(text) ?? []
  return [
    ...(status >= 500 ? [`status ${status}`] : []),
    ...codes.filter((code) => !(code in ERROR_CODES) || code === 'INTERNAL_SERVER_ERROR'),
    ...errors
      .filter(({ extensions }) => extensions.requestId !== headers.get('x-request-id'))
      .map(() => 'no request id'),
    ...(inside !== undefined && !sent.includes(inside) ? [text.slice(0, 300)] : []),
    ...(text.length > 3 * sent.length + 5_000 ? [`${text.length} characters for ${sent.length}`] : []),
  ]
}
