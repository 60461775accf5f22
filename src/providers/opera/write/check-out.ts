import { PmsIntegrationError } from '../../../errors.ts'
import type { Outgoing, Sent } from '../../write.ts'
import { hotelPath, sendCommand } from '../client.ts'
import type { OperaContext } from '../settings.ts'
import { ofReservation } from './booking-requests.ts'
import { sentBy } from './refusal.ts'

const eventType = 'CheckOut'

/** A folio is made, then the guest leaves. OPERA does neither while something is to be paid. */
export async function checkOut(ctx: OperaContext, change: Outgoing): Promise<Sent> {
  const path = `/csh/v1/${hotelPath(ctx)}/reservations/${encodeURIComponent(change.externalId)}`
  if (change.step?.folio !== 'ASKED') {
    const made = await makeFolio(ctx, change, path)
    if (made.kind !== 'DONE') return made
  }
  const reservation = {
    ...{ ...ofReservation(ctx, change), eventType, cashierId: ctx.settings.cashierId },
    ...{ stopCheckout: false, autoCheckout: false, checkoutInstr: { ignoreWarnings: false } },
  }
  const json = { reservation, verificationOnly: false }
  return sentBy(await sendCommand(ctx, { method: 'POST', path: `${path}/checkOuts`, json }))
}

/** It may be a fiscal document: that it was asked for is kept before, so that one whose answer is lost is not made again. */
async function makeFolio(ctx: OperaContext, change: Outgoing, path: string): Promise<Sent> {
  const { hotelId, reservationIdList } = ofReservation(ctx, change)
  const criteria = { hotelId, eventType, reservationId: reservationIdList[0], cashierId: ctx.settings.cashierId }
  await change.remember({ ...change.step, folio: 'ASKED' })
  try {
    return sentBy(await sendCommand(ctx, { method: 'POST', path: `${path}/folios`, json: { criteria } }))
  } catch (error) {
    if (error instanceof PmsIntegrationError && error.sent === false) await change.remember({ ...change.step })
    throw error
  }
}
