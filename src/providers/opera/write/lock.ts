import { z } from 'zod'
import { PmsIntegrationError } from '../../../errors.ts'
import { readJson } from '../../transport/rest.ts'
import type { Outgoing, Sent } from '../../write.ts'
import { hotelPath, send, sendCommand } from '../client.ts'
import type { OperaContext } from '../settings.ts'
import { sentBy } from './refusal.ts'

const lock = z.object({ lockHandle: z.coerce.number().nullish() }).nullish()
const answer = z.object({ acquiredReservationLock: lock, existingReservationLock: lock }).nullable()

/**
 * Does what changes a reservation while nobody else can: takes its lock, keeps the handle, and lets go whatever comes of it.
 * A lock of our own that was left behind is taken over; one of the desk is waited for, never broken.
 * @param work gets the handle; null where the release has no locks
 */
export async function withLock(
  ctx: OperaContext,
  change: Pick<Outgoing, 'externalId' | 'step' | 'remember'>,
  work: (lockHandle: number | null) => Promise<Sent>,
): Promise<Sent> {
  const taken = await takeLock(ctx, change.externalId)
  if (typeof taken === 'object') return taken ?? work(null)
  const lockHandle = taken
  try {
    await change.remember({ ...change.step, lockHandle })
    return await work(lockHandle)
  } finally {
    await releaseLock(ctx, lockHandle)
  }
}

/** The handle; null in a release that has no locks; else why there is none. */
async function takeLock(ctx: OperaContext, id: string): Promise<number | null | Sent> {
  const hotelId = ctx.hotel.externalHotelId
  const response = await sendCommand(ctx, {
    method: 'PUT',
    path: `/rsv/v1/${hotelPath(ctx)}/reservations/${encodeURIComponent(id)}/locks`,
    json: { reservationId: { id, type: 'Reservation' }, hotelId, overrideIfLockedByRequestingUser: true },
    once: false,
  })
  // A reservation that is gone is told by what comes next.
  if (response.status === 404 || response.status === 405) return null
  if (response.status >= 400) return sentBy(response)
  return readJson(response, answer)?.acquiredReservationLock?.lockHandle ?? { kind: 'AGAIN', waitFor: 'LOCKED' }
}

/** What fails here ends by itself: locks have an end, and the next change takes ours over. */
async function releaseLock(ctx: OperaContext, lockHandle: number): Promise<void> {
  try {
    await send(ctx, { method: 'DELETE', path: `/rsv/v1/${hotelPath(ctx)}/locks/${lockHandle}`, accept: [404, 405] })
  } catch (error) {
    const code = error instanceof PmsIntegrationError ? error.code : 'INTERNAL_SERVER_ERROR'
    ctx.log.warn({ code }, 'A lock of a reservation could not be released')
  }
}
