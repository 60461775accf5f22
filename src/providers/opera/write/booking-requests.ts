import { agree, type Group } from '../../../records/changes/groups.ts'
import type { Outgoing, Sent } from '../../write.ts'
import { hotelPath, sendCommand } from '../client.ts'
import { readDetail } from '../operations/reservations.ts'
import type { OperaContext } from '../settings.ts'
import { factsOf } from './booking-facts.ts'
import { sentBy } from './refusal.ts'
import { changedReservation, lostBlocks } from './stay.ts'

const CARRIED: readonly Group[] = ['STAY', 'TYPE', 'PARTY']

/**
 * Read under the lock, so that nobody's edit lies between what is read and what is written; what has moved since it was
 * judged is judged again.
 */
export async function writeStay(ctx: OperaContext, change: Outgoing, lockHandle: number | null): Promise<Sent> {
  const { externalId, values, options, before } = change
  const read = await readDetail(ctx, externalId)
  if (read === null) return { kind: 'REFUSED', code: 'TARGET_GONE', message: 'The PMS no longer has it.' }
  const now = factsOf(ctx, read).values
  if (!CARRIED.every((group) => agree(group, now, before.values))) return { kind: 'AGAIN', waitFor: null }
  const reservations = [changedReservation(read, values, options, lockHandle)]
  const path = reservationPath(ctx, change)
  const sent = sentBy(await sendCommand(ctx, { method: 'PUT', path, json: { reservations } }))
  if (sent.kind === 'DONE') await compareAfter(ctx, change, read)
  return sent
}

/** Whether the vendor keeps what a body leaves out is not documented: where it does not, somebody has to know. */
async function compareAfter(ctx: OperaContext, { id, externalId }: Outgoing, before: unknown): Promise<void> {
  const after = await readDetail(ctx, externalId).catch(() => before)
  const blocks = lostBlocks(before, after)
  if (blocks.length > 0) ctx.log.warn({ changeId: id, blocks }, 'OPERA took away more than a change asked for')
}

/** Nothing is overridden: dirty, closed and occupied rooms are refused. */
export async function giveRoom(ctx: OperaContext, change: Outgoing): Promise<Sent> {
  const { wanted, before } = change
  const path = frontDesk(ctx, change)
  if (!wanted.roomExternalId) return sentBy(await sendCommand(ctx, { method: 'PUT', path: `${path}/rooms`, json: {} }))
  const roomId = String(wanted.roomExternalId)
  const about = { ...ofReservation(ctx, change), roomId, updateRoomTypeCharged: false }
  if (before.values.status !== 'CHECKED_IN')
    return sentBy(
      await sendCommand(ctx, { method: 'POST', path: `${path}/roomAssignments`, json: { criteria: about } }),
    )
  const from = encodeURIComponent(String(before.values.roomExternalId ?? roomId))
  const moves = `${path}/rooms/${from}/roomMoves`
  return sentBy(await sendCommand(ctx, { method: 'PUT', path: moves, json: { criteria: about } }))
}

export async function cancel(ctx: OperaContext, change: Outgoing, lockHandle: number | null): Promise<Sent> {
  const reservation = {
    ...ofReservation(ctx, change),
    ...{ allowedActions: ['Cancel'], cxlInstr: { deleteResTraces: false } },
    ...(lockHandle !== null && { reservationLockHandle: lockHandle }),
  }
  const json = {
    reason: { code: ctx.settings.cancelReasonCode, description: 'Cancelled by an integration' },
    reservations: [reservation],
    // With true it only checks.
    verificationOnly: false,
  }
  const path = `${reservationPath(ctx, change)}/cancellations`
  return sentBy(await sendCommand(ctx, { method: 'POST', path, json }))
}

export async function reinstate(ctx: OperaContext, change: Outgoing, lockHandle: number | null): Promise<Sent> {
  const json = {
    ...ofReservation(ctx, change),
    ...(lockHandle !== null && { reservationLockHandle: lockHandle }),
    ...{ overrideInventory: false, overrideRates: false },
  }
  const path = `${reservationPath(ctx, change)}/cancellations`
  return sentBy(await sendCommand(ctx, { method: 'PUT', path, json }))
}

export async function checkIn(ctx: OperaContext, change: Outgoing, lockHandle: number | null): Promise<Sent> {
  const reservation = {
    roomId: String(change.before.values.roomExternalId),
    ...(lockHandle !== null && { lockHandle }),
    ...{ ignoreWarnings: false, stopCheckin: false, printRegistration: false },
  }
  const json = { reservation, fetchReservationInstruction: ['ReservationDetail'], includeNotifications: true }
  return sentBy(await sendCommand(ctx, { method: 'POST', path: `${frontDesk(ctx, change)}/checkIns`, json }))
}

export async function undoCheckIn(ctx: OperaContext, change: Outgoing): Promise<Sent> {
  return sentBy(await sendCommand(ctx, { method: 'DELETE', path: `${frontDesk(ctx, change)}/checkIns` }))
}

/** How a request names its reservation. */
export const ofReservation = ({ hotel }: OperaContext, { externalId: id }: Outgoing) => ({
  hotelId: hotel.externalHotelId,
  reservationIdList: [{ id, type: 'Reservation' }],
})

const reservationPath = (ctx: OperaContext, { externalId }: Outgoing) =>
  `/rsv/v1/${hotelPath(ctx)}/reservations/${encodeURIComponent(externalId)}`
const frontDesk = (ctx: OperaContext, { externalId }: Outgoing) =>
  `/fof/v1/${hotelPath(ctx)}/reservations/${encodeURIComponent(externalId)}`
