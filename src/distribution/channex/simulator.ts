import { z } from 'zod'
import type { Clock } from '../../providers/provider.ts'
import { type SimulatorAnswer, type SimulatorRequest, startServer } from '../../providers/simulator-kit/server.ts'
import type { JsonObject } from '../../records/common.ts'
import { dayNumber, dayOf } from '../../records/days.ts'

/** What a simulated channel can be told to do wrong. */
export interface ChannexFaults {
  /** Take messages, and do them only when {@link ChannexSimulator.apply} is called. */
  readonly isLate?: boolean
  /** Take messages and never do them. */
  readonly isForgetful?: boolean
  /** Say 200 and warn of what does not please it; the text of the warning, or null. */
  readonly refuses?: (value: ChannexValue) => string | null
  /** Take messages, and answer none of them. */
  readonly isHung?: boolean
  /** Answer every message with this status. */
  readonly status?: number
  /** Of a 429, in seconds; it says nothing without. */
  readonly retryAfterSeconds?: number
}

export interface ChannexSimulator extends AsyncDisposable {
  readonly credentials: JsonObject
  readonly settings: JsonObject
  readonly propertyId: string
  /** Messages that were taken, oldest first. */
  readonly messages: readonly { readonly kind: Kind; readonly values: readonly ChannexValue[] }[]
  /** Requests that were turned away because there were too many. */
  readonly turnedAway: number
  setFaults(faults: ChannexFaults): void
  /** Does what was taken and is late. */
  apply(): void
  /** What it sells. */
  availability(roomTypeId: string, day: string): number | undefined
  rate(ratePlanId: string, day: string): ChannexValue | undefined
}

export type Kind = 'availability' | 'restrictions'

const rate = z.union([z.int().min(0), z.string().regex(/^\d+(\.\d+)?$/)])
const value = z.strictObject({
  property_id: z.string(),
  room_type_id: z.string().optional(),
  rate_plan_id: z.string().optional(),
  date: z.iso.date().optional(),
  date_from: z.iso.date().optional(),
  date_to: z.iso.date().optional(),
  availability: z.int().min(0).optional(),
  rate: rate.optional(),
  rates: z.array(z.strictObject({ occupancy: z.int().min(1), rate })).optional(),
  stop_sell: z.boolean().optional(),
  closed_to_arrival: z.boolean().optional(),
  closed_to_departure: z.boolean().optional(),
  min_stay_arrival: z.int().min(1).optional(),
  min_stay_through: z.int().min(1).optional(),
  max_stay: z.int().min(0).optional(),
})
export type ChannexValue = z.output<typeof value>
const message = z.strictObject({ values: z.array(value) })

const API_KEY = 'simulated-channel-key'
const PROPERTY = '716305c4-561a-4561-a187-7f5b8aeb5920'
const MINUTE_MS = 60_000

export interface ChannexOptions {
  readonly clock?: Clock
  /** Messages of each kind a minute and property; ten, as documented. */
  readonly perMinute?: number
}

/** Speaks Channex's published API over a house that sells nothing yet: what is sent is what it shows. */
export async function simulateChannex(options: ChannexOptions = {}): Promise<ChannexSimulator> {
  const { clock = { now: () => new Date() }, perMinute = 10 } = options
  const rooms = new Map<string, number>()
  const plans = new Map<string, ChannexValue>()
  const messages: { kind: Kind; values: ChannexValue[] }[] = []
  const late: { kind: Kind; values: ChannexValue[] }[] = []
  const times: Record<Kind, number[]> = { availability: [], restrictions: [] }
  let faults: ChannexFaults = {}
  let turnedAway = 0

  const apply = ({ kind, values }: { kind: Kind; values: readonly ChannexValue[] }) => {
    for (const one of values) {
      for (const day of daysOf(one)) {
        if (kind === 'availability') rooms.set(`${one.room_type_id} ${day}`, one.availability ?? 0)
        else plans.set(`${one.rate_plan_id} ${day}`, { ...plans.get(`${one.rate_plan_id} ${day}`), ...one })
      }
    }
  }
  const isTooMuch = (kind: Kind) => {
    const now = clock.now().getTime()
    times[kind] = times[kind].filter((at) => at > now - MINUTE_MS)
    if (times[kind].length >= perMinute) return true
    times[kind].push(now)
    return false
  }
  const take = (kind: Kind, body: string): SimulatorAnswer => {
    if (isTooMuch(kind) || faults.status === 429) {
      turnedAway += 1
      const { retryAfterSeconds } = faults
      const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }
      return { ...problem(429, 'http_too_many_requests', 'Too Many Requests'), headers }
    }
    if (faults.status !== undefined) return problem(faults.status, 'internal', 'It fails')
    const read = message.safeParse(JSON.parse(body || 'null'))
    if (!read.success) return problem(422, 'validation_error', z.prettifyError(read.error))
    const warnings = read.data.values.flatMap((one) => {
      const why = one.property_id === PROPERTY ? (faults.refuses?.(one) ?? null) : 'property not found'
      return why === null ? [] : [{ ...one, warning: { [kind]: [why] } }]
    })
    const values = read.data.values.filter(
      (one) => !warnings.some(({ warning: _, ...refused }) => isSame(refused, one)),
    )
    messages.push({ kind, values: read.data.values })
    if (faults.isLate) late.push({ kind, values })
    else if (!faults.isForgetful) apply({ kind, values })
    const task = { id: crypto.randomUUID(), type: 'task' }
    return { status: 200, body: { data: [task], meta: { message: 'Success', warnings } } }
  }
  const show = (kind: Kind, query: URLSearchParams): SimulatorAnswer => {
    const [from, to] = [query.get('filter[date][gte]') ?? '', query.get('filter[date][lte]') ?? '']
    const data: Record<string, Record<string, unknown>> = {}
    const entries = kind === 'availability' ? [...rooms] : [...plans]
    for (const [key, shown] of entries) {
      const [id = '', day = ''] = key.split(' ')
      if (day < from || day > to) continue
      data[id] = { ...data[id], [day]: typeof shown === 'number' ? shown : restrictionOf(shown) }
    }
    return { status: 200, body: { data } }
  }
  const respond = (request: SimulatorRequest): SimulatorAnswer | Promise<SimulatorAnswer> => {
    if (request.headers['user-api-key'] !== API_KEY) return problem(401, 'unauthorized', 'Unauthorized')
    const kind = /^\/api\/v1\/(availability|restrictions)$/.exec(request.path)?.[1] as Kind | undefined
    if (kind === undefined) return problem(404, 'not_found', 'Not Found')
    if (request.method !== 'POST') return show(kind, request.query)
    const answer = take(kind, request.body)
    return faults.isHung ? new Promise(() => {}) : answer
  }
  const server = await startServer({
    ...{ port: 0, host: '127.0.0.1', clock },
    respond: async (request) => ({ answer: await respond(request), slowMs: 0, isCut: false }),
  })
  return {
    credentials: { apiKey: API_KEY },
    settings: { baseUrl: `http://127.0.0.1:${server.port}` },
    propertyId: PROPERTY,
    messages,
    get turnedAway() {
      return turnedAway
    },
    setFaults(next) {
      faults = next
    },
    apply: () => late.splice(0).forEach(apply),
    availability: (id, day) => rooms.get(`${id} ${day}`),
    rate: (id, day) => plans.get(`${id} ${day}`),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

const isSame = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other)

const problem = (status: number, code: string, title: string): SimulatorAnswer => ({
  status,
  body: { errors: { code, title } },
})

function daysOf({ date, date_from = date, date_to = date }: ChannexValue): string[] {
  if (date_from === undefined || date_to === undefined) return []
  const first = dayNumber(date_from)
  return Array.from({ length: dayNumber(date_to) - first + 1 }, (_, i) => dayOf(first + i))
}

/** A price is shown as a decimal with two places, however it came. */
function restrictionOf({ rate: sent, rates, stop_sell = false }: ChannexValue) {
  const shown = sent ?? rates?.at(-1)?.rate
  return { rate: typeof shown === 'number' ? (shown / 100).toFixed(2) : (shown ?? null), stop_sell }
}
