import { type Group, groupsOf, pickGroups, type Values } from '../../../records/changes/groups.ts'
import { readLeniently } from '../../../records/lenient.ts'
import type { Facts, ReadTarget, Refusal } from '../../write.ts'
import { fetchBooking } from '../bookings.ts'
import { normalizeBooking, standingRoomsOf } from '../normalize/booking.ts'
import type { CloudbedsContext } from '../settings.ts'
import { wireBooking, withGuestRows } from '../wire.ts'

/** A reservation as far as it can be changed. */
export interface Reservation {
  readonly values: Values
  /** What its room is called in commands; null where it has several rooms, or none. */
  readonly subReservationId: string | null
  readonly hasSeveralRooms: boolean
}

const GROUPS: readonly Group[] = ['STAY', 'TYPE', 'PARTY', 'ROOM', 'STATUS']

export async function readReservation(ctx: CloudbedsContext, id: string): Promise<Reservation | null> {
  const raw = await fetchBooking(ctx, id)
  if (raw === null) return null
  const rooms = standingRoomsOf(readLeniently(wireBooking, withGuestRows(raw), () => {}))
  const [room] = rooms
  return {
    values: pickGroups(normalizeBooking(raw, ctx) as Readonly<Record<string, unknown>>, GROUPS),
    subReservationId: (rooms.length === 1 && room?.subReservationID) || null,
    hasSeveralRooms: rooms.length > 1,
  }
}

/**
 * For all actions on bookings. Without a time: the vendor's own text says that some modifications do not move it, so that
 * an old one proves nothing.
 */
export const readFacts: FactsReader = (ctx, targets) =>
  factsOfEach(ctx, targets, async ({ values, hasSeveralRooms }, { wanted }) => {
    const isAmbiguous = hasSeveralRooms && !isAboutAll(wanted)
    return { values, ...(isAmbiguous && { refusal: AMBIGUOUS }) }
  })

type FactsReader = (ctx: CloudbedsContext, targets: readonly ReadTarget[]) => Promise<ReadonlyMap<string, Facts>>

/** One request a reservation; those that the PMS no longer has are left out. It does not tell when one changed. */
export async function factsOfEach(
  ctx: CloudbedsContext,
  targets: readonly ReadTarget[],
  factsOf: (reservation: Reservation, target: ReadTarget) => Promise<Omit<Facts, 'modifiedAt'>>,
): Promise<ReadonlyMap<string, Facts>> {
  const facts = new Map<string, Facts>()
  for (const target of targets) {
    const reservation = await readReservation(ctx, target.externalId)
    if (reservation !== null)
      facts.set(target.externalId, { ...(await factsOf(reservation, target)), modifiedAt: null })
  }
  return facts
}

/** A reservation is cancelled with all of its rooms; guests move into each by itself. */
const isAboutAll = (wanted: Values) =>
  groupsOf(wanted).every((group) => group === 'STATUS') &&
  (wanted.status === 'CANCELLED' || wanted.status === 'CONFIRMED')

export const AMBIGUOUS: Refusal = {
  code: 'AMBIGUOUS_TARGET',
  message: 'The booking has several rooms at the PMS, and nothing says which of them is meant.',
}
