import { z } from 'zod'
import { PmsIntegrationError } from '../../../errors.ts'
import type { HttpResponse } from '../../transport/http.ts'
import { readJson } from '../../transport/rest.ts'
import { hotelPath, send } from '../client.ts'
import { bookingIdOf } from '../ids.ts'
import { SUMMARY_DAYS } from '../limits.ts'
import type { OperaContext } from '../settings.ts'
import { type DayRange, pieces } from '../walk/slices.ts'

/** How often the vendor is asked whether a summary is ready. */
const POLL_MS = 2_000
/** An end that lies ahead costs nothing and is right whatever zone the vendor reads it in. */
const ANY_ZONE_MS = 14 * 3_600_000

const summary = z.object({ reservations: z.array(z.unknown()).nullish(), title: z.string().nullish() }).nullable()

/**
 * Ids of the bookings that changed since and whose stay touches `stays`, from the asynchronous daily summary: the only
 * operation that knows when a booking was changed. All ranges are prepared by the vendor at the same time.
 * @throws PmsIntegrationError PROVIDER_REJECTED, PROVIDER_FORBIDDEN or PROVIDER_BAD_RESPONSE when it will not do it
 */
export async function changedReservationIds(ctx: OperaContext, since: Date, stays: DayRange): Promise<string[]> {
  const jobs: string[] = []
  for (const piece of pieces(stays, SUMMARY_DAYS)) jobs.push(await startJob(ctx, since, piece))
  const ids = new Set<string>()
  for (const job of jobs) {
    for (const row of await finishJob(ctx, job)) {
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
  const pending = ({ status }: HttpResponse) => (status === 201 ? null : POLL_MS)
  const ready = await send(ctx, { method: 'HEAD', path: `${jobsPath(ctx)}/${job}`, pending })
  // Seen in the field: created, but in a header invalid. What would be read then is a database error.
  if (/invalid|error/i.test(ready.headers.status ?? '')) throw refused()
  const answer = readJson(await send(ctx, { method: 'GET', path: `${jobsPath(ctx)}/${jobOf(ready)}` }), summary)
  if (answer?.title != null) throw refused()
  return answer?.reservations ?? []
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
