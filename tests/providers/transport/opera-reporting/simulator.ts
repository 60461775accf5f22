import { buildSchema, type GraphQLInputObjectType, type GraphQLSchema, graphql } from 'graphql'
import { startServer } from '../../../../src/providers/simulator-kit/server.ts'

/** A row as the vendor's reporting API gives it: scalars grouped under details, and the size of the list in each. */
export interface ReservationRow {
  readonly reservationDetails: {
    readonly reservationNameID: number
    readonly resort: string
    readonly reservationStatus: string
    /** Without a zone. */
    readonly updateDate: string
    /** A function stands for what the vendor computes, and may fail to. */
    readonly totalRevenue: number | (() => number)
  }
}

/** The filters of the vendor that tests use. */
type Filter = Readonly<Partial<Record<'_eq' | '_gte' | '_lte', string>>>
interface Args {
  readonly limit?: number
  readonly offset?: number
  readonly input: Readonly<Record<string, Filter>>
}

/** Serves reservations over the vendor's own schema, by its rules: header, mandatory pairs, filters, limit and offset. */
export async function simulateReporting(sdl: string, rows: readonly ReservationRow[]) {
  const schema = buildSchema(sdl)
  const rootValue = { bookingsReservation: (args: Args) => reservations(schema, rows, args) }
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    clock: { now: () => new Date() },
    respond: async ({ headers, body }) => ({ answer: await answer(headers, body), slowMs: 0, isCut: false }),
  })
  const answer = async (headers: Readonly<Record<string, unknown>>, body: string) => {
    if (headers['x-app-key'] !== 'app-key') return { status: 200, body: unauthenticated }
    const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> }
    return { status: 200, body: await graphql({ schema, source: query, rootValue, variableValues: variables }) }
  }
  return {
    url: `http://127.0.0.1:${server.port}/rna/v1/graphql`,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

const unauthenticated = { errors: [{ message: 'No access', extensions: { errorType: 'UNAUTHENTICATED' } }] }

function reservations(schema: GraphQLSchema, rows: readonly ReservationRow[], { limit = 20, offset = 0, input }: Args) {
  const missing = missingPair(schema, 'BookingsReservationQueryArgumentsType', input)
  if (missing !== null) throw new Error(`One of the inputs of pair ${missing} is required`)
  const found = rows.filter((row) => Object.entries(input).every(([name, filter]) => fits(row, name, filter)))
  const page = found.slice(offset, offset + limit)
  return page.map((row) => ({ ...row, bookingsReservationRecordCount: found.length }))
}

/** The rule that types cannot tell: of the inputs of each pair at least one must be given. */
function missingPair(schema: GraphQLSchema, type: string, input: Args['input']): string | null {
  const fields = Object.values((schema.getType(type) as GraphQLInputObjectType).getFields())
  const pairOf = (field: (typeof fields)[number]) => {
    const pair = field.astNode?.directives?.find(({ name }) => name.value === 'conditionalInputPair')?.arguments?.[0]
    return pair?.value.kind === 'IntValue' ? pair.value.value : null
  }
  const given = new Set(fields.filter(({ name }) => input[name] !== undefined).map(pairOf))
  return fields.map(pairOf).find((pair) => pair !== null && !given.has(pair)) ?? null
}

/** `reservationDetailsUpdateDate` filters by `reservationDetails.updateDate`. */
function fits({ reservationDetails }: ReservationRow, name: string, { _eq, _gte, _lte }: Filter): boolean {
  const field = name.replace('reservationDetails', '').replace(/^[A-Z]/, (letter) => letter.toLowerCase())
  const value = String((reservationDetails as Readonly<Record<string, unknown>>)[field])
  return (
    (_eq === undefined || value === _eq) &&
    (_gte === undefined || value >= _gte) &&
    (_lte === undefined || value <= _lte)
  )
}
