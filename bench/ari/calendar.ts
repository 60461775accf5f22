import type { Database } from '../../src/platform/database/database.ts'
import { dayOf } from '../../src/records/days.ts'
import { flood, startServer } from '../graphql.ts'
import { report } from '../measure.ts'
import { FIRST, PLANS, TYPES } from './hotel.ts'

const ROUND_MS = 4_000
const MONTH = { from: dayOf(FIRST + 5), to: dayOf(FIRST + 34) }
const SIX = 'amounts closed closedToArrival closedToDeparture minStayArrival maxStay'

/** As clients ask: what changes from request to request is in variables. */
const query = (selection: string) => `query ($hotel: ID!, $from: LocalDate!, $to: LocalDate!) {
  rates(hotelId: $hotel, from: $from, to: $to) {
    days series { ratePlanExternalId roomTypeExternalId currency ${selection} } } }`

/** A month of everything, as lists and as an object a day, by one process beside its database. */
export async function benchCalendar(database: Database, hotelId: string): Promise<void> {
  await database.query('ANALYZE pms_rate_month')
  const figures: Record<string, number[]> = {}
  for (const [name, selection] of [
    ['six attributes as lists, requests/s (goal ≥ 20)', SIX],
    ['amounts as lists, requests/s (goal ≥ 50)', 'amounts'],
    ['six attributes as an object a day, requests/s', `days { date ${SIX} }`],
  ] as const) {
    await using server = await startServer('ours', database.url, hotelId, query(selection), MONTH)
    const answer = JSON.parse(await server.send()) as { data?: { rates: { series: unknown[] } } }
    if (answer.data?.rates.series.length !== PLANS * TYPES) throw new Error(JSON.stringify(answer).slice(0, 500))
    await flood(server.send, 1_000)
    figures[name] = [(await flood(server.send, ROUND_MS)).length / (ROUND_MS / 1_000)]
  }
  report(`graphql: 30 days × ${PLANS} × ${TYPES}`, figures)
}
