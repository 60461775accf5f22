import { z } from 'zod'
import type { BookingInput } from '../../../records/booking.ts'
import { readLeniently } from '../../../records/lenient.ts'
import { maskCardNumbers } from '../../../records/text/card-number.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import { readAmount } from '../../money.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapStatus } from '../../status.ts'
import { wholeItem } from '../../transport/graphql/list.ts'
import { isReservationMessage, reservationOf } from '../soap/reservation.ts'
import { connectorStatus, reservationStatuses } from '../status.ts'
import { wireReservation } from '../wire.ts'
import { changedAt } from './changed.ts'
import { stayDay } from './stay-day.ts'

type Reservation = z.output<typeof wireReservation>

/** Takes a reservation of the connector or of a protel I/O message; the same reservation makes the same record. */
export function normalizeBooking(raw: unknown, ctx: NormalizeContext): BookingInput {
  const reservation = connectorShape(wholeItem(raw), ctx)
  const { total, comments, crsConfirmation } = reservation
  const { timeZone } = ctx.hotel
  const currency = total?.currency ?? ctx.hotel.currency
  return {
    externalId: reservation.id,
    externalUpdatedAt: changedAt(reservation.updatedAt, ctx),
    confirmationNumber: crsConfirmation,
    status: statusOf(reservation, ctx),
    source: crsConfirmation === null ? 'UNKNOWN' : 'CRS',
    ...guestOf(reservation),
    roomNumber: reservation.roomNumber,
    roomType: reservation.roomTypeCode,
    roomExternalId: reservation.roomId,
    checkIn: stayDay(reservation.arrival, timeZone),
    checkOut: stayDay(reservation.departure, timeZone),
    adults: reservation.adults ?? 0,
    children: reservation.children,
    totalAmountCents: readAmount(total?.amount, currency, 'total.amount', ctx),
    currency: total && currency,
    notes: maskCardNumbers(comments.join('\n')),
    metadata: scrubRaw(reservation),
  }
}

function connectorShape(raw: unknown, { report }: NormalizeContext): Reservation {
  const reservation = readLeniently(wireReservation, isReservationMessage(raw) ? reservationOf(raw) : raw, report)
  return { ...reservation, status: connectorStatus(reservation.status ?? '') }
}

function statusOf({ status, pmsStatusCode }: Reservation, ctx: NormalizeContext) {
  const mapped = mapStatus(reservationStatuses, status, 'status', ctx)
  const isTentative = mapped === 'CONFIRMED' && pmsStatusCode !== null && tentativeCodes(ctx).includes(pmsStatusCode)
  return isTentative ? 'PENDING' : mapped
}

const withTentativeCodes = z.object({ tentativeStatusCodes: z.string() })

/** The hotel's own status codes for options; protel's status says `Reserved` for these too. */
function tentativeCodes({ settings }: NormalizeContext): readonly string[] {
  const codes = withTentativeCodes.safeParse(settings).data?.tentativeStatusCodes ?? ''
  return codes.split(/[\s,;]+/).filter((code) => code !== '')
}

function guestOf({ guests }: Reservation) {
  const guest = guests.find(({ isPrimary }) => isPrimary) ?? guests[0]
  const name = [guest?.givenName, guest?.surname].map((part) => part?.trim()).filter(Boolean)
  return {
    // Reservations of groups and houses may name nobody.
    guestName: name.join(' ') || 'Unknown',
    guestEmail: guest?.email,
    guestExternalId: guest?.profileId || null,
  }
}
