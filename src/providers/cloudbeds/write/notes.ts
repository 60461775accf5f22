import { z } from 'zod'
import { maskCardNumbers } from '../../../records/text/card-number.ts'
import type { Outgoing, ReadTarget, Sent } from '../../write.ts'
import { get, propertyOf } from '../client.ts'
import type { CloudbedsContext } from '../settings.ts'
import { factsOfEach } from './reservation.ts'
import { sendCommand } from './send.ts'

const answer = z.object({
  data: z.array(z.object({ reservationNoteID: z.string(), reservationNote: z.string().nullish() })).nullish(),
})

/** Which notes of the bookings say the same as the ones that are wanted. */
export const readNoteFacts = (ctx: CloudbedsContext, targets: readonly ReadTarget[]) =>
  factsOfEach(ctx, targets, async ({ values }, { externalId, wanted }) => {
    const query = { propertyID: propertyOf(ctx), reservationID: externalId }
    const { data } = await get(ctx, 'getReservationNotes', query, answer)
    const alike = (data ?? []).filter(({ reservationNote }) => same(reservationNote, wanted.note))
    return { values, alike: alike.map(({ reservationNoteID }) => reservationNoteID) }
  })

export function addNote(ctx: CloudbedsContext, { externalId, wanted }: Outgoing): Promise<Sent> {
  const form = { reservationID: externalId, reservationNote: String(wanted.note) }
  return sendCommand(ctx, 'POST', 'postReservationNote', form)
}

const same = (text: string | null | undefined, wanted: unknown) =>
  maskCardNumbers(text?.trim() ?? '') === maskCardNumbers(String(wanted).trim())
