import { createHash } from 'node:crypto'
import { badUserInput } from '../../../errors.ts'
import type { FetchKind, WebhookEvent } from '../../provider.ts'
import type { ProtelMessage } from './message.ts'
import { isWhole, type ReservationMessage, reservationId } from './reservation.ts'
import { allAt, attributeOf, firstAt, type XmlElement } from './xml.ts'

type Changed = Pick<WebhookEvent, 'subject' | 'item'>

/** What a message says has changed. Messages about nothing that is synced become one event without a subject. */
export function eventsOf(message: ProtelMessage): WebhookEvent[] {
  const digest = digestOf(message)
  return changesIn(message).map((changed, index) => ({
    // The id alone may be used twice; a retransmission has the same content too.
    eventId: message.correlationId && `${message.correlationId}:${digest}${index === 0 ? '' : `:${index}`}`,
    type: message.name,
    externalHotelId: message.propertyId,
    ...changed,
    occurredAt: instantOf(message.timeStamp),
  }))
}

function changesIn(message: ProtelMessage): Changed[] {
  if (message.name.endsWith('RS')) return [NOTHING]
  if (message.name === 'HTNG_HotelRoomStatusUpdateNotifRQ') return [roomChange(message.body)]
  const calendar = CALENDARS[message.name]
  if (calendar !== undefined) return [{ subject: { kind: calendar, externalId: message.name }, item: null }]
  const reservations = allAt(message.body, 'HotelReservations', 'HotelReservation')
  if (reservations.length === 0) return [NOTHING]
  const changes = reservations.map((one) => reservationChange(message, one)).filter((one) => one !== null)
  if (changes.length === 0) throw badUserInput('UniqueID', 'No reservation has an id of type 14.')
  return changes
}

/** They tell of some days: a sync is asked for. */
const CALENDARS: Readonly<Record<string, FetchKind>> = {
  OTA_HotelInvCountNotifRQ: 'availability',
  OTA_HotelRatePlanNotifRQ: 'rates',
}

const NOTHING: Changed = { subject: null, item: null }

/** Null for one without an id: nobody can tell which it is, and the others of its message are not to wait for it. */
function reservationChange({ name, timeStamp }: ProtelMessage, reservation: XmlElement): Changed | null {
  const externalId = reservationId(reservation)
  if (externalId === null) return null
  const item: ReservationMessage = { message: name, timeStamp, reservation }
  return { subject: { kind: 'bookings', externalId }, item: isWhole(reservation) ? item : null }
}

/** Says no more than the status, so it is no item: a room has a number too. */
function roomChange(body: XmlElement): Changed {
  const externalId = attributeOf(firstAt(body, 'Room'), 'RoomID')
  if (externalId === null) throw badUserInput('RoomID', 'The room has no id.')
  return { subject: { kind: 'housekeeping', externalId }, item: null }
}

/** Of what the message says, without what changes when it is sent again. */
function digestOf({ name, body }: ProtelMessage): string {
  const content = JSON.stringify([name, body.children])
  return createHash('sha256').update(content).digest('base64url').slice(0, 16)
}

function instantOf(text: string | null): Date | null {
  const ms = Date.parse(text ?? '')
  return Number.isNaN(ms) ? null : new Date(ms)
}
