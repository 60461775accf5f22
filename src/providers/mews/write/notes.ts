import { maskCardNumbers } from '../../../records/text/card-number.ts'
import type { Facts, Outgoing, ReadTarget, Sent } from '../../write.ts'
import { readNotes } from '../join/parts.ts'
import type { MewsContext } from '../settings.ts'
import { readReservations } from './reservation.ts'
import { sendCommand } from './send.ts'

/** Which notes of the bookings say the same as the ones that are wanted. */
export async function readNoteFacts(
  ctx: MewsContext,
  targets: readonly ReadTarget[],
): Promise<ReadonlyMap<string, Facts>> {
  const ids = targets.map(({ externalId }) => externalId)
  const reservations = await readReservations(ctx, ids)
  const notes = await readNotes(ctx, ids)
  const factsOf = ({ externalId, wanted }: ReadTarget): [string, Facts][] => {
    const found = reservations.find((one) => one.externalId === externalId)
    if (found === undefined) return []
    const alike = (notes.get(externalId) ?? []).filter(({ Text }) => same(Text, wanted.note)).map(({ Id }) => Id)
    return [[externalId, { values: found.values, modifiedAt: found.modifiedAt, alike }]]
  }
  return new Map(targets.flatMap(factsOf))
}

export function addNote(ctx: MewsContext, { externalId, wanted }: Outgoing): Promise<Sent> {
  return sendCommand(ctx, 'serviceOrderNotes/add', {
    ServiceOrderNotes: [{ ServiceOrderId: externalId, Text: wanted.note }],
  })
}

const same = (text: string | null | undefined, wanted: unknown) =>
  maskCardNumbers(text?.trim() ?? '') === maskCardNumbers(String(wanted).trim())
