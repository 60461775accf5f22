import { z } from 'zod'
import type { Clock } from '../../provider.ts'
import type { SimulatorAnswer, SimulatorRequest } from '../../simulator-kit/server.ts'
import { SUMMARY_DAYS } from '../limits.ts'
import { ok, problem } from './answers.ts'
import type { ViewRow, Views } from './views.ts'

const READY_AFTER_MS = 1_500
/** The same question may not be asked again before this. */
const REPEAT_AFTER_MS = 30 * 60_000
/** One job at a time, unless the one before was never read. */
const FORGOTTEN_AFTER_MS = 3 * 3_600_000
const DAY_MS = 86_400_000

const criteria = z.object({
  criteria: z.object({
    hotelId: z.string(),
    timeSpan: z.object({ startDate: z.iso.date(), endDate: z.iso.date() }),
    lastModifiedDate: z.object({ startLastModifiedDate: z.iso.datetime(), endLastModifiedDate: z.iso.datetime() }),
  }),
})
type Criteria = z.output<typeof criteria>['criteria']

interface Job {
  readonly criteria: Criteria
  readonly readyAtMs: number
  isRead: boolean
}

/** The asynchronous daily summary: start, look, read once. */
export function createSummaries() {
  const jobs: Job[] = []
  const asked = new Map<string, number>()
  const start = (request: SimulatorRequest, url: string, nowMs: number): SimulatorAnswer => {
    const parsed = criteriaOf(request.body)
    const lastMs = asked.get(request.body)
    if (parsed === null) return problem(400, 'RSVASYNC00001')
    if (lastMs !== undefined && nowMs - lastMs < REPEAT_AFTER_MS) return problem(400, 'RSVASYNC00002')
    if (jobs.some((job) => !job.isRead && nowMs - job.readyAtMs < FORGOTTEN_AFTER_MS))
      return problem(400, 'OPERAWS-GEN00000')
    asked.set(request.body, nowMs)
    jobs.push({ criteria: parsed, readyAtMs: nowMs + READY_AFTER_MS, isRead: false })
    return { status: 202, headers: { location: `${url}/${jobs.length}`, 'retry-after': '1' } }
  }
  const look = (job: Job, id: string, url: string, nowMs: number): SimulatorAnswer =>
    nowMs < job.readyAtMs
      ? { status: 200, headers: { status: 'Processing', 'retry-after': '1' } }
      : { status: 201, headers: { location: `${url}/${id}` } }
  const read = (job: Job, rows: readonly ViewRow[]): SimulatorAnswer => {
    if (job.isRead) return problem(404)
    job.isRead = true
    return ok({ reservations: rows.filter((row) => isChanged(row, job.criteria)).map(render) })
  }
  return (request: SimulatorRequest, views: Views, clock: Clock): SimulatorAnswer => {
    const nowMs = clock.now().getTime()
    const [, url = '', id] = /^(.*\/dailySummary)(?:\/(.+))?$/.exec(request.path) ?? []
    if (id === undefined) return request.method === 'POST' ? start(request, url, nowMs) : problem(404)
    const job = jobs[Number(id) - 1]
    if (job === undefined || job.isRead) return problem(404)
    return request.method === 'HEAD' ? look(job, id, url, nowMs) : read(job, views('bookings'))
  }
}

function criteriaOf(body: string): Criteria | null {
  const parsed = criteria.safeParse(JSON.parse(body || 'null')).data?.criteria ?? null
  if (parsed === null) return null
  const { timeSpan, lastModifiedDate } = parsed
  const days = (Date.parse(timeSpan.endDate) - Date.parse(timeSpan.startDate)) / DAY_MS + 1
  const isForwards = lastModifiedDate.startLastModifiedDate <= lastModifiedDate.endLastModifiedDate
  return days >= 1 && days <= SUMMARY_DAYS && isForwards ? parsed : null
}

function isChanged({ entry, arrival, departure }: ViewRow, { timeSpan, lastModifiedDate }: Criteria): boolean {
  const isTouched = arrival <= timeSpan.endDate && departure >= timeSpan.startDate
  const { startLastModifiedDate, endLastModifiedDate } = lastModifiedDate
  const isRecent =
    entry.updatedAtMs >= Date.parse(startLastModifiedDate) && entry.updatedAtMs <= Date.parse(endLastModifiedDate)
  return isTouched && isRecent
}

const render = ({ entry, arrival, departure }: ViewRow) => ({
  reservationIdList: [{ id: entry.id, type: 'Reservation' }],
  arrival: `${arrival} 00:00:00.0`,
  departure: `${departure} 00:00:00.0`,
})
