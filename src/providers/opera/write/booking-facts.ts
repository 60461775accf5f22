import { z } from 'zod'
import { type Group, pickGroups } from '../../../records/changes/groups.ts'
import type { Facts, Refusal } from '../../write.ts'
import { bookingIdOf } from '../ids.ts'
import { normalizeBooking } from '../normalize/booking.ts'
import { findReservations } from '../operations/reservations.ts'
import type { OperaContext } from '../settings.ts'

const GROUPS: readonly Group[] = ['STAY', 'TYPE', 'PARTY', 'ROOM', 'STATUS']

/** What a record does not say, and what keeps some changes from being made. */
const wireState = z.object({
  computedReservationStatus: z.string().nullish().catch(null),
  roomStay: z.object({
    numberOfRooms: z.int().nullish().catch(null),
    roomNumberLocked: z.boolean().nullish().catch(null),
  }),
})
type State = z.output<typeof wireState>

/** Why what a reservation is rules an action out; null: it does not. */
export type Judge = (state: State) => Refusal | null

/** What tells of a change, and whether the vendor would refuse it. */
export async function readBookings(
  ctx: OperaContext,
  ids: readonly string[],
  judge: Judge,
): Promise<Map<string, Facts>> {
  const { items, refused } = await findReservations(ctx, ids)
  for (const error of refused.values()) throw error
  return new Map(items.map((raw) => [bookingIdOf(raw) ?? '', { ...factsOf(ctx, raw), ...refusalOf(raw, judge) }]))
}

/** Of a reservation in either shape. */
export function factsOf(ctx: OperaContext, raw: unknown): Facts {
  const booking = normalizeBooking(raw, ctx)
  const { externalUpdatedAt: at } = booking
  const modifiedAt = at === null || at === undefined ? null : new Date(at)
  return { values: pickGroups({ ...booking }, GROUPS), modifiedAt }
}

/** A request is about one room; a reservation of several has to be split at the desk first. */
export const severalRooms: Judge = ({ roomStay }) =>
  (roomStay.numberOfRooms ?? 1) > 1
    ? { code: 'AMBIGUOUS_TARGET', message: 'The reservation has several rooms; it has to be split in OPERA first.' }
    : null

function refusalOf(raw: unknown, judge: Judge): Pick<Facts, 'refusal'> {
  const { data } = wireState.safeParse(raw)
  const refusal = data && (severalRooms(data) ?? judge(data))
  return refusal ? { refusal } : {}
}

/** Of what is stored, which may be what the vendor said a while ago. */
export const refusalOfStored = (metadata: unknown): Refusal | null => refusalOf(metadata, () => null).refusal ?? null
