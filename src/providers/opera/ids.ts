import { z } from 'zod'

/** Texts by the specification; numbers in some of the vendor's own examples. */
export const wireId = z.union([z.string().min(1), z.int().transform(String)])

/** The vendor gives each thing several ids and says beside each what it is: `{ id, type }`. */
export const idList = z.array(z.object({ id: wireId.nullish(), type: z.string().nullish() }))

/** The id of this type; of a list in which nothing has a type, the first. */
export function idOfType(type: string, ids: z.output<typeof idList> | null | undefined): string | null {
  const found = ids?.find((one) => one.type === type) ?? ids?.find((one) => one.type == null)
  return found?.id ?? null
}

const booking = z.object({ reservationIdList: idList })
const guest = z.object({ profileIdList: idList })
const room = z.object({ roomId: wireId })
const guestOfBooking = z.object({ reservationGuest: z.object({ id: wireId }) })

export const bookingIdOf = (raw: unknown): string | null =>
  idOfType('Reservation', booking.safeParse(raw).data?.reservationIdList)

export const guestIdOf = (raw: unknown): string | null => idOfType('Profile', guest.safeParse(raw).data?.profileIdList)

export const roomIdOf = (raw: unknown): string | null => room.safeParse(raw).data?.roomId ?? null

/** The profile of whoever a booking, in the shape of the search, is for. */
export const guestIdOfBooking = (raw: unknown): string | null =>
  guestOfBooking.safeParse(raw).data?.reservationGuest.id ?? null
