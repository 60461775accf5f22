import type { ApolloClient } from '@apollo/client'
import type { BookingQuery, ChangeAnswerFragment, PmsBookingStatus, PmsChangeAction } from '../../gql/graphql.ts'
import type { Answer } from '../changes/ask-dialog.tsx'
import {
  type Choice,
  chargeFee,
  type Entered,
  type EntryField,
  notifyGuest,
  PRICINGS,
  pricing,
} from '../changes/entry-field.ts'
import type { Known } from '../changes/value-names.ts'
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

interface Field extends EntryField {
  /** What it holds at first; without: nothing. */
  readonly first?: (booking: Booking) => string
  readonly choices?: (known: Known | undefined) => readonly Choice[] | undefined
  /** Left out while it does not matter. */
  readonly isNeeded?: (entered: Entered, booking: Booking) => boolean
}

/** What can be asked for of a booking: what is entered, and how it is sent. */
export interface Wish {
  readonly action: PmsChangeAction
  /** Of bookings that stand there. */
  readonly from: readonly PmsBookingStatus[]
  readonly fields: readonly Field[]
  /** Rooms or room types are to be chosen. */
  readonly isOfRooms?: boolean
  send(client: ApolloClient, common: Common, asked: Asked): Promise<Answer>
}

interface Common {
  readonly hotelId: string
  readonly bookingId: string
  readonly dryRun: boolean
  readonly reason: string | null
}

interface Asked {
  readonly entered: Entered
  readonly booking: Booking
  readonly known: Known | undefined
}

const COMING = ['PENDING', 'CONFIRMED'] as const
const HERE = [...COMING, 'CHECKED_IN'] as const
const ALL = [...HERE, 'CHECKED_OUT', 'CANCELLED', 'NO_SHOW'] as const

/** Whether the price is a question: other nights, or another room. */
const isPriced = (entered: Entered, booking: Booking) =>
  entered.checkIn !== booking.checkIn ||
  entered.checkOut !== booking.checkOut ||
  (Boolean(entered.roomType) && entered.roomType !== booking.roomTypeExternalId)

/** What is another value than it was; nothing when all is the same. */
function changed<Values extends object>(values: Values, before: { readonly [K in keyof Values]: unknown }) {
  const keys = (Object.keys(values) as (keyof Values)[]).filter((key) => values[key] !== before[key])
  return keys.length === 0 ? null : (Object.fromEntries(keys.map((key) => [key, values[key]])) as Partial<Values>)
}

const change: Wish = {
  action: 'BOOKING_CHANGE',
  from: HERE,
  isOfRooms: true,
  fields: [
    { name: 'checkIn', label: 'Arrival', kind: 'day', first: ({ checkIn }) => checkIn, isRequired: true },
    { name: 'checkOut', label: 'Departure', kind: 'day', first: ({ checkOut }) => checkOut, isRequired: true },
    { name: 'adults', label: 'Adults', kind: 'count', first: ({ adults }) => String(adults), isRequired: true },
    { name: 'children', label: 'Children', kind: 'count', first: ({ children }) => String(children ?? 0) },
    {
      ...{ name: 'roomType', label: 'Room type', kind: 'choice' },
      first: ({ roomTypeExternalId }) => roomTypeExternalId ?? '',
      choices: (known) => known?.roomTypes.nodes.map(({ externalId, name }) => ({ value: externalId, label: name })),
    },
    { ...pricing, isNeeded: isPriced, choices: () => PRICINGS },
    notifyGuest,
  ],
  send(client, common, { entered, booking, known }) {
    const { checkIn, checkOut, adults, children, roomTypeExternalId } = booking
    const stay = changed({ checkIn: entered.checkIn ?? '', checkOut: entered.checkOut ?? '' }, { checkIn, checkOut })
    const guests = { adults: Number(entered.adults), children: Number(entered.children) }
    const party = changed(guests, { adults, children: children ?? 0 })
    const type = known?.roomTypes.nodes.find(({ externalId }) => externalId === entered.roomType)
    const input = {
      ...common,
      expected: { checkIn, checkOut, adults, children, roomTypeExternalId },
      notifyGuest: entered.notifyGuest === 'yes',
      ...(stay && { stay }),
      ...(party && { party }),
      ...(type && type.externalId !== roomTypeExternalId && { roomTypeId: type.id }),
      ...(isPriced(entered, booking) && { pricing: entered.pricing as 'KEEP' | 'REPRICE' }),
    }
    return client.mutate({ mutation: changeBookingDocument, variables: { input } })
  },
}

const move: Wish = {
  action: 'BOOKING_ROOM',
  from: HERE,
  isOfRooms: true,
  fields: [
    {
      ...{ name: 'room', label: 'Room', kind: 'choice', isRequired: true },
      choices: (known) =>
        known?.rooms.nodes.map(({ id, roomNumber, roomType }) => ({
          value: id,
          label: [roomNumber, roomType].filter(Boolean).join(' · '),
        })),
    },
  ],
  send: (client, common, { entered: { room = '' }, booking: { roomExternalId } }) =>
    client.mutate({
      mutation: moveBookingDocument,
      variables: { input: { ...common, roomId: room, expected: { roomExternalId } } },
    }),
}

const cancel: Wish = {
  action: 'BOOKING_CANCEL',
  from: COMING,
  fields: [notifyGuest, chargeFee],
  send: (client, common, { entered: { notifyGuest, chargeFee }, booking: { status } }) =>
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
  fields: [{ name: 'note', label: 'Note', kind: 'text', isRequired: true }],
  send: (client, common, { entered: { note = '' } }) =>
    client.mutate({ mutation: addBookingNoteDocument, variables: { input: { ...common, note } } }),
}

type StatusDocument = typeof checkInBookingDocument | typeof checkOutBookingDocument | typeof reinstateBookingDocument

const statusWish = (action: PmsChangeAction, from: readonly PmsBookingStatus[], mutation: StatusDocument): Wish => ({
  ...{ action, from, fields: [] },
  send: (client, common, { booking: { status } }) =>
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
