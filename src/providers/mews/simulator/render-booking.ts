import type { BookingStatus } from '../../../records/booking.ts'
import { dayNumber } from '../../../records/days.ts'
import { instantOf } from '../../local-time.ts'
import { decimalOf } from '../../money.ts'
import type { SimulatedProperty } from '../../simulator-kit/data.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import { AGE_CATEGORIES, CATEGORIES, categoryOf, renderCategory } from './catalog.ts'
import { ADULT_ID, CHILD_ID, ENTERPRISE_ID, idOf, indexOf, SERVICE_ID, SOMEBODY_ID } from './ids.ts'

type Booking = SimulatedItems['bookings']

const STATES: Readonly<Record<BookingStatus, string>> = {
  PENDING: 'Optional',
  CONFIRMED: 'Confirmed',
  CHECKED_IN: 'Started',
  CHECKED_OUT: 'Processed',
  CANCELLED: 'Canceled',
  NO_SHOW: 'Canceled',
}
const ORIGINS: Readonly<Record<string, object>> = {
  DIRECT: { Origin: 'Distributor' },
  OTA: { Origin: 'ChannelManager', ChannelNumber: 'BDC-1', TravelAgencyId: SOMEBODY_ID },
  CORPORATE: { Origin: 'Commander', CommanderOrigin: 'Email', PartnerCompanyId: SOMEBODY_ID },
  TRAVEL_AGENT: { Origin: 'Commander', CommanderOrigin: 'Phone', TravelAgencyId: SOMEBODY_ID },
  WALK_IN: { Origin: 'Commander', CommanderOrigin: 'InPerson' },
}

/** A booking as our fetch puts it together. */
export function renderBooking(booking: Booking, property: SimulatedProperty) {
  const Reservation = renderReservation(booking, property)
  return {
    Reservation,
    Customer: renderGuestName(booking),
    Company: null,
    Category: renderCategory(booking.roomType),
    Resource: booking.roomExternalId === null ? null : { Id: booking.roomExternalId, Name: booking.roomNumber },
    AgeCategories: AGE_CATEGORIES.slice(0, Reservation.PersonCounts.length).map(({ Id, Classification }) => ({
      Id,
      Classification,
    })),
    OrderItems: renderOrderItems(booking)
      .filter(({ AccountingState }) => AccountingState !== 'Canceled')
      .map(({ Id, ServiceOrderId, Type, AccountingState, Amount: { Currency, GrossValue } }) => ({
        ...{ Id, ServiceOrderId, Type, AccountingState, Amount: { Currency, GrossValue } },
      })),
    Notes: renderNotes(booking).map(({ Id, OrderId, Type, Text }) => ({ Id, OrderId, Type, Text })),
  }
}

/** First names of simulated guests are single words. */
function renderGuestName({ guestExternalId, guestName, guestEmail }: Booking) {
  if (guestExternalId === null) return null
  const [, FirstName, LastName] = /^(\S+) (.+)$/.exec(guestName) ?? []
  return { Id: guestExternalId, FirstName, LastName, Email: guestEmail }
}

export function renderReservation(booking: Booking, { timeZone }: SimulatedProperty) {
  const isGone = booking.status === 'CANCELLED' || booking.status === 'NO_SHOW'
  const hasArrived = booking.status === 'CHECKED_IN' || booking.status === 'CHECKED_OUT'
  const [start, end] = [timeOn(booking.checkIn, '15:00', timeZone), timeOn(booking.checkOut, '11:00', timeZone)]
  const changed = booking.externalUpdatedAt.toISOString()
  return {
    ...{ Id: booking.externalId, ServiceId: SERVICE_ID, Number: booking.confirmationNumber ?? '' },
    ...{ AccountId: booking.guestExternalId ?? SOMEBODY_ID, AccountType: 'Customer', BookerId: null },
    ...{ CreatorProfileId: SOMEBODY_ID, UpdaterProfileId: SOMEBODY_ID, State: STATES[booking.status] },
    ...{
      CommanderOrigin: null,
      OriginDetails: null,
      ChannelNumber: null,
      TravelAgencyId: null,
      PartnerCompanyId: null,
    },
    Origin: 'Distributor',
    ...ORIGINS[booking.source],
    ...{ CreatedUtc: booking.createdAt.toISOString(), UpdatedUtc: changed, CancelledUtc: isGone ? changed : null },
    CancellationReason: booking.status === 'NO_SHOW' ? 'NoShow' : isGone ? 'RequestedByGuest' : null,
    ...{ ScheduledStartUtc: start, ActualStartUtc: hasArrived ? start : null, ScheduledEndUtc: end, StartUtc: start },
    ...{ ActualEndUtc: booking.status === 'CHECKED_OUT' ? end : null, EndUtc: end },
    ...{
      RateId: booking.ratePlanExternalId ?? SOMEBODY_ID,
      GroupId: idOf('groups', indexOf(booking.externalId)),
      AssignedResourceLocked: booking.isRoomLocked ?? false,
    },
    RequestedResourceCategoryId: (categoryOf(booking.roomType) ?? CATEGORIES[0])?.Id,
    AssignedResourceId: booking.roomExternalId,
    PersonCounts: personCounts(booking),
    Options: {
      OwnerCheckedIn: hasArrived,
      AllCompanionsCheckedIn: false,
      AnyCompanionCheckedIn: false,
      ConnectorCheckIn: false,
    },
  }
}

function personCounts({ adults, children }: Booking) {
  const counts = [{ AgeCategoryId: ADULT_ID, Count: adults }]
  return children ? [...counts, { AgeCategoryId: CHILD_ID, Count: children }] : counts
}

export const timeOn = (day: string, time: string, timeZone: string) =>
  (instantOf(`${day} ${time}`, timeZone) ?? new Date(`${day}T${time}Z`)).toISOString()

/** An item for each night. They become inactive while the booking is an option, and a fee when nobody came. */
export function renderOrderItems(booking: Booking) {
  const { externalId, totalAmountCents, currency, status, checkIn, checkOut } = booking
  if (totalAmountCents === null || currency === null) return []
  const nights = dayNumber(checkOut) - dayNumber(checkIn)
  const isGone = status === 'CANCELLED' || status === 'NO_SHOW'
  const state = isGone ? 'Canceled' : status === 'PENDING' ? 'Inactive' : status === 'CHECKED_OUT' ? 'Closed' : 'Open'
  const item = (part: number, cents: number, Type: string, AccountingState: string) =>
    orderItem(booking, idOf('orderItems', indexOf(externalId), part), amountOf(cents, currency), {
      Type,
      AccountingState,
    })
  const items = Array.from({ length: nights }, (_, n) => item(n, totalAmountCents / nights, 'SpaceOrder', state))
  return status === 'NO_SHOW' ? [...items, item(nights, totalAmountCents, 'CancellationFee', 'Open')] : items
}

function orderItem(
  booking: Booking,
  Id: string,
  Amount: ReturnType<typeof amountOf>,
  kind: { Type: string; AccountingState: string },
) {
  const [CreatedUtc, UpdatedUtc] = [booking.createdAt.toISOString(), booking.externalUpdatedAt.toISOString()]
  return {
    ...{ Id, EnterpriseId: ENTERPRISE_ID, ServiceId: SERVICE_ID, ServiceOrderId: booking.externalId, ...kind },
    ...{ UnitCount: 1, UnitAmount: Amount, Amount, OriginalAmount: Amount, RevenueType: 'Service' },
    ...{
      CreatorProfileId: SOMEBODY_ID,
      UpdaterProfileId: SOMEBODY_ID,
      CreatedUtc,
      UpdatedUtc,
      ConsumedUtc: CreatedUtc,
    },
    Options: { CanceledWithReservation: false },
  }
}

function amountOf(cents: number, currency: string) {
  const value = Number(decimalOf(cents, currency))
  return { Currency: currency, NetValue: value, GrossValue: value, TaxValues: [], Breakdown: { Items: [] } }
}

/** Each line is a note of its own. */
export function renderNotes({ externalId, notes, createdAt, externalUpdatedAt }: Booking) {
  const [CreatedUtc, UpdatedUtc] = [createdAt.toISOString(), externalUpdatedAt.toISOString()]
  return (notes?.split('\n') ?? []).map((Text, line) => ({
    ...{ Id: idOf('notes', indexOf(externalId), line), OrderId: externalId, Type: 'General', Text },
    ...{ CreatedUtc, UpdatedUtc },
  }))
}

/** What commands answer with: a reservation in its older shape. */
export function renderUpdated(booking: Booking, place: SimulatedProperty) {
  const { Options, ...now } = renderReservation(booking, place)
  const { OwnerCheckedIn, AllCompanionsCheckedIn, AnyCompanionCheckedIn } = Options
  return {
    ...{ Id: now.Id, ServiceId: now.ServiceId, GroupId: now.GroupId, Number: now.Number, State: now.State },
    ...{ Origin: 'Distributor', CreatedUtc: now.CreatedUtc, UpdatedUtc: now.UpdatedUtc },
    ...{ StartUtc: now.StartUtc, EndUtc: now.EndUtc, RequestedCategoryId: now.RequestedResourceCategoryId },
    ...{ AssignedResourceId: now.AssignedResourceId, AssignedResourceLocked: now.AssignedResourceLocked },
    ...{ RateId: now.RateId, PersonCounts: now.PersonCounts, CompanionIds: [] },
    ...{ OwnerId: now.AccountId, CustomerId: now.AccountId },
    Options: { OwnerCheckedIn, AllCompanionsCheckedIn, AnyCompanionCheckedIn },
  }
}
