import { escapeXml } from '../../../src/providers/protel/soap/xml.ts'
import type { WireReservation } from '../../../src/providers/protel/wire.ts'
import type { WebhookRequest } from '../../../src/providers/provider.ts'

/** Messages as protel I/O sends them, made from the connector's shapes: what both tell must be the same. */

const OTA = 'http://www.opentravel.org/OTA/2003/05'
const HTNG = 'http://htng.org/2014B'
export const PROPERTY = '2691'
const SENT = '2026-08-07T08:00:00Z'

export const soapRequest = (xml: string | Buffer, headers: Record<string, string> = {}): WebhookRequest => ({
  headers: { 'content-type': 'application/soap+xml', authorization: 'Bearer io-token', ...headers },
  body: Buffer.from(xml),
})

export const jsonRequest = (value: unknown, headers: Record<string, string> = {}): WebhookRequest => ({
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
})

export const enveloped = (xml: string, correlationId = 'in-header') =>
  `<?xml version="1.0"?><env:Envelope xmlns:env="http://www.w3.org/2003/05/soap-envelope"><env:Header>
     <CorrelationID xmlns="http://protel.io/soap">${correlationId}</CorrelationID></env:Header>
   <env:Body>${xml}</env:Body></env:Envelope>`

const attributes = (values: Readonly<Record<string, string | number | null | undefined>>) =>
  Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('')
const element = (name: string, values: Parameters<typeof attributes>[0], content = '') =>
  content === '' ? `<${name}${attributes(values)}/>` : `<${name}${attributes(values)}>${content}</${name}>`
const text = (name: string, value: string | null | undefined) => (value ? `<${name}>${escapeXml(value)}</${name}>` : '')

/** How messages spell a status. */
const SPELT: Readonly<Record<string, string>> = {
  RESERVED: 'Reserved',
  IN_HOUSE: 'In-house',
  CHECKED_OUT: 'Checked-Out',
  CANCELLED: 'Cancelled',
  NO_SHOW: 'No-show',
}

export function resNotif(reservation: WireReservation, message: Parameters<typeof attributes>[0] = {}): string {
  const head = { xmlns: OTA, EchoToken: 'echo-1', CorrelationID: 'corr-1', TimeStamp: SENT, Version: '3.1', ...message }
  const requestor = element('RequestorID', { Type: '10', ID: PROPERTY, ID_Context: 'protelIO' })
  const reservations = element('HotelReservations', {}, hotelReservation(reservation))
  return element('OTA_HotelResNotifRQ', head, `<POS><Source>${requestor}</Source></POS>${reservations}`)
}

export function hotelReservation(reservation: WireReservation): string {
  const { id, crsConfirmation, pmsStatusCode, pmsStatusName } = reservation
  const status = element('px:ReservationStatus', { Code: pmsStatusCode, Name: pmsStatusName })
  return element(
    'HotelReservation',
    {
      xmlns: OTA,
      CreateDateTime: reservation.createdAt,
      LastModifyDateTime: reservation.updatedAt,
      ResStatus: SPELT[reservation.status] ?? reservation.status,
      RoomNumberLockedIndicator: String(reservation.roomLocked),
    },
    element('UniqueID', { Type: '14', ID: id, ID_Context: 'protelIO' }) +
      (crsConfirmation ? element('UniqueID', { Type: '14', ID: crsConfirmation, ID_Context: 'CRS' }) : '') +
      element('RoomStays', {}, roomStay(reservation)) +
      element('ResGuests', {}, reservation.guests.map((guest) => resGuest(guest, reservation)).join('')) +
      `<TPA_Extensions><px:ReservationExtensions xmlns:px="http://protel.io/htng/extensions">${status}</px:ReservationExtensions></TPA_Extensions>`,
  )
}

function roomStay({ roomTypeCode, roomId, ratePlanCode, adults, children, total, comments, ...stay }: WireReservation) {
  const count = (code: string, persons: number) => element('GuestCount', { AgeQualifyingCode: code, Count: persons })
  const written = (comments ?? []).map((comment) => element('Comment', {}, text('Text', comment)))
  return element(
    'RoomStay',
    {},
    element('RoomTypes', {}, element('RoomType', { RoomTypeCode: roomTypeCode, RoomID: roomId })) +
      (ratePlanCode ? element('RatePlans', {}, element('RatePlan', { RatePlanCode: ratePlanCode })) : '') +
      element('GuestCounts', {}, count('10', adults) + count('8', children ?? 0)) +
      element('TimeSpan', { Start: stay.arrival.slice(0, 10), End: stay.departure.slice(0, 10) }) +
      (total ? element('Total', { AmountAfterTax: total.amount, CurrencyCode: total.currency }) : '') +
      element('BasicPropertyInfo', { HotelCode: PROPERTY }) +
      element('Comments', {}, written.join('')),
  )
}

function resGuest(guest: WireReservation['guests'][number], reservation: WireReservation): string {
  const { arrival, departure, checkedInAt, checkedOutAt } = reservation
  const person = element('PersonName', {}, text('GivenName', guest.givenName) + text('Surname', guest.surname))
  const phone = guest.phone ? element('Telephone', { PhoneNumber: guest.phone }) : ''
  const country = guest.countryCode ? `<Address>${element('CountryName', { Code: guest.countryCode })}</Address>` : ''
  const customer = element('Customer', {}, person + phone + text('Email', guest.email) + country)
  const profileId = guest.profileId ? element('UniqueID', { Type: '1', ID: guest.profileId }) : ''
  const info = element('ProfileInfo', {}, `${profileId}${element('Profile', { ProfileType: '1' }, customer)}`)
  const times = { Arrival: arrival, Departure: departure, CheckedIn: checkedInAt, CheckedOut: checkedOutAt }
  const stay = element('px:StayInfo', { ...times, PrimaryInd: String(guest.isPrimary) })
  return element(
    'ResGuest',
    { PrimaryIndicator: String(guest.isPrimary) },
    `${element('Profiles', {}, info)}<TPA_Extensions><px:GuestStayExtensions xmlns:px="http://protel.io/htng/extensions">${stay}</px:GuestStayExtensions></TPA_Extensions>`,
  )
}

/** A check-in or check-out with no more than the id, or with the whole reservation. */
export function stayNotif(direction: 'In' | 'Out', id: string, whole = ''): string {
  const bare = element('HotelReservation', { xmlns: OTA }, element('UniqueID', { Type: '14', ID: id }))
  const head = { xmlns: HTNG, CorrelationID: `c${direction}-1`, TimeStamp: SENT }
  const content = `${element('PropertyInfo', { HotelCode: PROPERTY })}${element('Room', { RoomID: '101' })}`
  return element(
    `HTNG_HotelCheck${direction}NotifRQ`,
    head,
    `${content}<HotelReservations>${whole || bare}</HotelReservations>`,
  )
}

export function roomStatusNotif(
  roomId: string,
  hkStatus: string,
  message: Parameters<typeof attributes>[0] = {},
): string {
  const head = { xmlns: HTNG, CorrelationID: 'rs-1', TimeStamp: SENT, ...message }
  const room = element('Room', { RoomID: roomId }, text('HKStatus', hkStatus))
  return element('HTNG_HotelRoomStatusUpdateNotifRQ', head, element('PropertyInfo', { HotelCode: PROPERTY }) + room)
}

/** A reservation as the connector tells it, with as little as there may be. */
export const reservation: WireReservation = {
  id: '7001',
  crsConfirmation: null,
  status: 'RESERVED',
  pmsStatusCode: 'G',
  pmsStatusName: 'Guaranteed',
  arrival: '2026-10-24T15:00:00+02:00',
  departure: '2026-10-26T11:00:00+01:00',
  checkedInAt: null,
  checkedOutAt: null,
  roomId: '12',
  roomNumber: '12',
  roomLocked: true,
  roomTypeCode: 'DK',
  ratePlanCode: 'BAR',
  adults: 2,
  children: 0,
  total: { amount: '412.50', currency: 'EUR' },
  guests: [
    {
      profileId: '501',
      givenName: 'Zoë',
      surname: 'van den Berg',
      email: null,
      phone: null,
      countryCode: 'NL',
      isPrimary: true,
    },
  ],
  comments: [],
  createdAt: '2026-08-01T12:55:31+02:00',
  updatedAt: '2026-08-07T12:56:06+02:00',
}
