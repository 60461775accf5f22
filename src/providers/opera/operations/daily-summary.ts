import { z } from 'zod'
import { PmsIntegrationError } from '../../../errors.ts'
import type { HttpResponse } from '../../transport/http.ts'
import { readJson } from '../../transport/rest.ts'
import { retryAfterMs } from '../../transport/retry-after.ts'
import { hotelPath, send } from '../client.ts'
import { bookingIdOf } from '../ids.ts'
import type { OperaContext } from '../settings.ts'
import type { DayRange } from '../walk/slices.ts'

/** The vendor wants a first look after one to two minutes and no more than one a minute; this is for answers that do not say. */
const POLL_MS = 60_000
/** An end that lies ahead costs nothing and is right whatever zone the vendor reads it in. */
const ANY_ZONE_MS = 14 * 3_600_000

const summary = z.object({ reservations: z.array(z.unknown()).nullish(), title: z.string().nullish() }).nullable()

/**
 * Asks for the asynchronous daily summary of the bookings that changed since and whose stay touches `stays`: the only
 * operation that knows when a booking was changed.
 * @throws PmsIntegrationError PROVIDER_REJECTED, PROVIDER_FORBIDDEN or PROVIDER_BAD_RESPONSE when it will not do it
 */
export async function startJob(ctx: OperaContext, since: Date, [startDate, endDate]: DayRange) {
  const end = new Date(ctx.clock.now().getTime() + ANY_ZONE_MS)
  const criteria = {
    hotelId: ctx.hotel.externalHotelId,
    timeSpan: { startDate, endDate },
    lastModifiedDate: { startLastModifiedDate: timeOf(since), endLastModifiedDate: timeOf(end) },
  }
  const accepted = await send(ctx, { method: 'POST', path: jobsPath(ctx), json: { criteria } })
  return { job: jobOf(accepted), waitMs: waitSaid(accepted, ctx.clock.now()) }
}

/**
 * Looks whether the summary is ready, and reads it then. It can be read once: a second time it is gone.
 * @returns ids of bookings, or when to look again
 * @throws as {@link startJob}
 */
export async function lookAtJob(ctx: OperaContext, job: string): Promise<{ waitMs: number } | { ids: string[] }> {
  const answer = await send(ctx, { method: 'HEAD', path: `${jobsPath(ctx)}/${job}` })
  if (isInvalid(answer)) throw refused()
  if (answer.status !== 201) return { waitMs: waitSaid(answer, ctx.clock.now()) }
  const read = await send(ctx, { method: 'GET', path: `${jobsPath(ctx)}/${jobOf(answer)}` })
  const made = readJson(read, summary)
  if (made?.title != null) throw refused()
  return { ids: (made?.reservations ?? []).map(bookingIdOf).filter((id) => id !== null) }
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
