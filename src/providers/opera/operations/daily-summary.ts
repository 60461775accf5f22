import { z } from 'zod'
import { PmsIntegrationError } from '../../../errors.ts'
import type { HttpResponse } from '../../transport/http.ts'
import { readJson } from '../../transport/rest.ts'
import { retryAfterMs } from '../../transport/retry-after.ts'
import { hotelPath, send } from '../client.ts'
import { bookingIdOf } from '../ids.ts'
import { SUMMARY_DAYS } from '../limits.ts'
import type { OperaContext } from '../settings.ts'
import { type DayRange, pieces } from '../walk/slices.ts'

/** How often the vendor wants to be asked whether a summary is ready, where its answer does not say. */
const POLL_MS = 60_000
/** An end that lies ahead costs nothing and is right whatever zone the vendor reads it in. */
const ANY_ZONE_MS = 14 * 3_600_000

const summary = z.object({ reservations: z.array(z.unknown()).nullish(), title: z.string().nullish() }).nullable()

/**
 * Ids of the bookings that changed since and whose stay touches `stays`, from the asynchronous daily summary: the only
 * operation that knows when a booking was changed. One after the other: the vendor refuses a second job
 * before the first has been read.
 * @throws PmsIntegrationError PROVIDER_REJECTED, PROVIDER_FORBIDDEN or PROVIDER_BAD_RESPONSE when it will not do it
 */
export async function changedReservationIds(ctx: OperaContext, since: Date, stays: DayRange): Promise<string[]> {
  const ids = new Set<string>()
  for (const piece of pieces(stays, SUMMARY_DAYS)) {
    for (const row of await finishJob(ctx, await startJob(ctx, since, piece))) {
      const id = bookingIdOf(row)
      if (id !== null) ids.add(id)
    }
  }
  return [...ids].sort()
}

async function startJob(ctx: OperaContext, since: Date, [startDate, endDate]: DayRange): Promise<string> {
  const end = new Date(ctx.clock.now().getTime() + ANY_ZONE_MS)
  const criteria = {
    hotelId: ctx.hotel.externalHotelId,
    timeSpan: { startDate, endDate },
    lastModifiedDate: { startLastModifiedDate: timeOf(since), endLastModifiedDate: timeOf(end) },
  }
  return jobOf(await send(ctx, { method: 'POST', path: jobsPath(ctx), json: { criteria } }))
}

/** Waits until the answer is ready and reads it. It can be read once: a second time it is gone. */
async function finishJob(ctx: OperaContext, job: string): Promise<readonly unknown[]> {
  const pending = (response: HttpResponse) =>
    response.status === 201 || isInvalid(response) ? null : waitSaid(response, ctx.clock.now())
  const ready = await send(ctx, { method: 'HEAD', path: `${jobsPath(ctx)}/${job}`, pending })
  if (isInvalid(ready)) throw refused()
  const answer = readJson(await send(ctx, { method: 'GET', path: `${jobsPath(ctx)}/${jobOf(ready)}` }), summary)
  if (answer?.title != null) throw refused()
  return answer?.reservations ?? []
}

/** Said in a header, whatever the status of the answer. What would be read then is a database error. */
const isInvalid = ({ headers }: HttpResponse) => /invalid|error/i.test(headers.status ?? '')

function waitSaid(response: HttpResponse, now: Date): number {
  const [, seconds] = /max-age=(\d{1,6})/.exec(response.headers['cache-control'] ?? '') ?? []
  return retryAfterMs(response, now) ?? (Number(seconds ?? 0) * 1_000 || POLL_MS)
}

/** The last part of the address: the rest is ours to say, so that no answer can send our token elsewhere. */
function jobOf({ headers }: HttpResponse): string {
  const [, job] = /\/([^/?#]+)\/?(?:[?#].*)?$/.exec(headers.location ?? '') ?? []
  if (job !== undefined) return job
  throw new PmsIntegrationError('PROVIDER_BAD_RESPONSE', 'The PMS does not say where its daily summary will be.')
}

function jobsPath(ctx: OperaContext): string {
  const system = encodeURIComponent(ctx.settings.externalSystem)
  return `/rsv/async/v1/externalSystems/${system}/${hotelPath(ctx)}/reservations/dailySummary`
}

/** Seconds are as fine as the vendor's own examples get. */
const timeOf = (instant: Date) => `${instant.toISOString().slice(0, 19)}Z`

const refused = () => new PmsIntegrationError('PROVIDER_REJECTED', 'The PMS could not make its daily summary.')
