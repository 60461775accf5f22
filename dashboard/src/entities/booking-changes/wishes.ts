import type { ApolloClient } from '@apollo/client'
import type {
  BookingChoicesQuery,
  BookingQuery,
  ChangeAnswerFragment,
  PmsBookingStatus,
  PmsChangeAction,
} from '../../gql/graphql.ts'
import {
  addBookingNoteDocument,
  cancelBookingDocument,
  changeBookingDocument,
  checkInBookingDocument,
  checkOutBookingDocument,
  moveBookingDocument,
  reinstateBookingDocument,
} from './documents.ts'

export type Booking = NonNullable<BookingQuery['row']>
/** What somebody entered, by field. */
export type Entered = Readonly<Record<string, string>>

export interface Field {
  readonly name: string
  readonly label: string
  readonly kind: 'day' | 'count' | 'choice' | 'text' | 'flag'
  readonly first: (booking: Booking) => string
  readonly choices?: (known: BookingChoicesQuery) => readonly { value: string; label: string }[]
  readonly isRequired?: boolean
  /** Left out while it does not matter. */
  readonly isNeeded?: (entered: Entered, booking: Booking) => boolean
}

/** What can be asked for of a booking: what is entered, and how it is sent. */
export interface Wish {
  readonly action: PmsChangeAction
  /** Of bookings that stand there. */
  readonly from: readonly PmsBookingStatus[]
  readonly fields: readonly Field[]
  send(client: ApolloClient, common: Common, entered: Entered, booking: Booking): Promise<Answer>
}

interface Common {
  readonly hotelId: string
  readonly bookingId: string
  readonly dryRun: boolean
  readonly reason: string | null
}

type Answer = { readonly data?: { readonly result: ChangeAnswerFragment } | null | undefined }

const COMING = ['PENDING', 'CONFIRMED'] as const
const HERE = [...COMING, 'CHECKED_IN'] as const
const ALL = [...HERE, 'CHECKED_OUT', 'CANCELLED', 'NO_SHOW'] as const

const flag = (name: string, label: string): Field => ({ name, label, kind: 'flag', first: () => '' })
const notifyGuest = flag('notifyGuest', 'The PMS writes to the guest')

/** Whether the price is a question: other nights, or another room. */
const isPriced = (entered: Entered, booking: Booking) =>
  entered.checkIn !== booking.checkIn ||
  entered.checkOut !== booking.checkOut ||
  (entered.roomType || null) !== booking.roomTypeExternalId

/** What is another value than it was; nothing when all is the same. */
function changed<Values extends object>(values: Values, before: { readonly [K in keyof Values]: unknown }) {
  const keys = (Object.keys(values) as (keyof Values)[]).filter((key) => values[key] !== before[key])
  return keys.length === 0 ? null : (Object.fromEntries(keys.map((key) => [key, values[key]])) as Partial<Values>)
}

const change: Wish = {
  action: 'BOOKING_CHANGE',
  from: HERE,
  fields: [
    { name: 'checkIn', label: 'Arrival', kind: 'day', first: ({ checkIn }) => checkIn, isRequired: true },
    { name: 'checkOut', label: 'Departure', kind: 'day', first: ({ checkOut }) => checkOut, isRequired: true },
    { name: 'adults', label: 'Adults', kind: 'count', first: ({ adults }) => String(adults), isRequired: true },
    { name: 'children', label: 'Children', kind: 'count', first: ({ children }) => String(children ?? 0) },
    {
      ...{ name: 'roomType', label: 'Room type', kind: 'choice' },
      first: ({ roomTypeExternalId }) => roomTypeExternalId ?? '',
      choices: ({ roomTypes }) => roomTypes.nodes.map(({ externalId, name }) => ({ value: externalId, label: name })),
    },
    {
      ...{ name: 'pricing', label: 'Price', kind: 'choice', isRequired: true, isNeeded: isPriced },
      first: () => '',
      choices: () => [
        { value: 'KEEP', label: 'The agreed price stays, whatever the number of nights' },
        { value: 'REPRICE', label: 'The PMS makes it anew from its rates' },
      ],
    },
    notifyGuest,
  ],
  send(client, common, entered, booking) {
    const { checkIn, checkOut, adults, children, roomTypeExternalId } = booking
    const stay = changed({ checkIn: entered.checkIn ?? '', checkOut: entered.checkOut ?? '' }, { checkIn, checkOut })
    const guests = { adults: Number(entered.adults), children: Number(entered.children) }
    const party = changed(guests, { adults, children: children ?? 0 })
    const type = entered.roomType || null
    const input = {
      ...common,
      expected: { checkIn, checkOut, adults, children, roomTypeExternalId },
      notifyGuest: entered.notifyGuest === 'yes',
      ...(stay && { stay }),
      ...(party && { party }),
      ...(type !== roomTypeExternalId && { roomTypeExternalId: type }),
      ...(isPriced(entered, booking) && { pricing: entered.pricing as 'KEEP' | 'REPRICE' }),
    }
    return client.mutate({ mutation: changeBookingDocument, variables: { input } })
  },
}

const move: Wish = {
  action: 'BOOKING_ROOM',
  from: HERE,
  fields: [
    {
      ...{ name: 'room', label: 'Room', kind: 'choice', isRequired: true },
      first: () => '',
      choices: ({ rooms }) =>
        rooms.nodes.map(({ id, roomNumber, roomType }) => ({
          value: id,
          label: [roomNumber, roomType].filter(Boolean).join(' · '),
        })),
    },
  ],
  send: (client, common, { room = '' }, { roomExternalId }) =>
    client.mutate({
      mutation: moveBookingDocument,
      variables: { input: { ...common, roomId: room, expected: { roomExternalId } } },
    }),
}

const cancel: Wish = {
  action: 'BOOKING_CANCEL',
  from: COMING,
  fields: [notifyGuest, flag('chargeFee', 'The PMS charges the cancellation fee')],
  send: (client, common, { notifyGuest, chargeFee }, { status }) =>
    client.mutate({
      mutation: cancelBookingDocument,
      variables: {
        input: { ...common, expected: { status }, notifyGuest: notifyGuest === 'yes', chargeFee: chargeFee === 'yes' },
      },
    }),
}

const note: Wish = {
  action: 'BOOKING_NOTE',
  from: ALL,
  fields: [{ name: 'note', label: 'Note', kind: 'text', first: () => '', isRequired: true }],
  send: (client, common, { note = '' }) =>
    client.mutate({ mutation: addBookingNoteDocument, variables: { input: { ...common, note } } }),
}

type StatusDocument = typeof checkInBookingDocument | typeof checkOutBookingDocument | typeof reinstateBookingDocument

const statusWish = (action: PmsChangeAction, from: readonly PmsBookingStatus[], mutation: StatusDocument): Wish => ({
  ...{ action, from, fields: [] },
  send: (client, common, _, { status }) =>
    client.mutate<{ result: ChangeAnswerFragment }>({
      mutation,
      variables: { input: { ...common, expected: { status } } },
    }),
})

export const WISHES: readonly Wish[] = [
  change,
  move,
  statusWish('BOOKING_CHECK_IN', COMING, checkInBookingDocument),
  statusWish('BOOKING_CHECK_OUT', ['CHECKED_IN'], checkOutBookingDocument),
  note,
  cancel,
  statusWish('BOOKING_REINSTATE', ['CANCELLED'], reinstateBookingDocument),
]
