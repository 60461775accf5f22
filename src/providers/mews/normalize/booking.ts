import type { BookingInput, BookingStatus } from '../../../records/booking.ts'
import { readLeniently } from '../../../records/lenient.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import { wallClockOf } from '../../local-time.ts'
import { readAmount } from '../../money.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapStatus } from '../../status.ts'
import { bookingStates, origins } from '../status.ts'
import { type WireBooking, wireBooking } from '../wire.ts'
import { nameIn } from './names.ts'

export function normalizeBooking(raw: unknown, ctx: NormalizeContext): BookingInput {
  const booking = readLeniently(wireBooking, raw, ctx.report)
  const { Reservation, Customer, Category, Resource, Notes } = booking
  const notes = (Notes ?? []).map(({ Text }) => Text?.trim()).filter(Boolean)
  return {
    externalId: Reservation.Id,
    externalUpdatedAt: Reservation.UpdatedUtc,
    confirmationNumber: Reservation.Number,
    ...changeableOf(booking, ctx),
    source: sourceOf(booking, ctx),
    guestName: guestNameOf(booking, ctx),
    guestEmail: Customer?.Email,
    guestExternalId: Reservation.AccountType === 'Customer' ? Reservation.AccountId : null,
    roomNumber: Resource?.Name,
    roomType: Category && nameIn(Category.Names),
    ratePlanExternalId: Reservation.RateId,
    ...totalOf(booking, ctx),
    notes: notes.join('\n'),
    metadata: scrubRaw(raw),
  }
}

/** What of a booking can be changed; it needs no more than the reservation and its age categories. */
export function changeableOf(booking: Pick<WireBooking, 'Reservation' | 'AgeCategories'>, ctx: NormalizeContext) {
  const { Reservation } = booking
  return {
    status: statusOf(booking, ctx),
    roomExternalId: Reservation.AssignedResourceId,
    roomTypeExternalId: Reservation.RequestedResourceCategoryId,
    checkIn: hotelDay(Reservation.ScheduledStartUtc, ctx),
    checkOut: hotelDay(Reservation.ScheduledEndUtc, ctx),
    ...personsOf(booking, ctx),
  }
}

/** A no-show is a cancellation for that reason; Mews has no state of its own for it. */
function statusOf(
  { Reservation: { State, CancellationReason } }: Pick<WireBooking, 'Reservation'>,
  ctx: NormalizeContext,
): BookingStatus {
  const status = mapStatus(bookingStates, State, 'Reservation.State', ctx)
  return status === 'CANCELLED' && CancellationReason === 'NoShow' ? 'NO_SHOW' : status
}

/** Online agencies come through a channel manager and are also named as travel agencies, so the channel counts first. */
function sourceOf({ Reservation }: WireBooking, ctx: NormalizeContext): string {
  const source = mapStatus(origins, Reservation.Origin, 'Reservation.Origin', ctx)
  const { CommanderOrigin, TravelAgencyId, PartnerCompanyId } = Reservation
  if (source === 'OTA' || CommanderOrigin === 'Channel') return 'OTA'
  if (CommanderOrigin === 'RoomingList') return 'GROUP'
  if (TravelAgencyId != null) return 'TRAVEL_AGENT'
  if (PartnerCompanyId != null) return 'CORPORATE'
  return CommanderOrigin === 'InPerson' ? 'WALK_IN' : source
}

const NO_NAME = 'Unknown guest'

function guestNameOf({ Customer, Company, Reservation }: WireBooking, ctx: NormalizeContext): string {
  const name = [Customer?.FirstName, Customer?.LastName ?? Company?.Name].filter(Boolean).join(' ').trim()
  if (name !== '') return name
  ctx.report({ path: 'Reservation.AccountId', value: Reservation.AccountId ?? '', used: NO_NAME })
  return NO_NAME
}

/** A stay begins and ends at instants; the days are those on the hotel's own calendar. */
function hotelDay(instant: string, { hotel }: NormalizeContext): string {
  return wallClockOf(new Date(instant), hotel.timeZone).slice(0, 10)
}

function personsOf(
  { Reservation, AgeCategories }: Pick<WireBooking, 'Reservation' | 'AgeCategories'>,
  ctx: NormalizeContext,
) {
  const classifications = new Map((AgeCategories ?? []).map(({ Id, Classification }) => [Id, Classification]))
  const persons = { adults: 0, children: 0 }
  for (const { AgeCategoryId, Count } of Reservation.PersonCounts ?? []) {
    const classification = classifications.get(AgeCategoryId)
    if (classification === 'Child') persons.children += Count ?? 0
    else persons.adults += Count ?? 0
    if (classification === 'Child' || classification === 'Adult') continue
    ctx.report({ path: 'AgeCategories.Classification', value: classification ?? 'missing', used: 'Adult' })
  }
  return persons
}

/** Bookkeeping between the hotel and its ledger: no part of what the stay costs. */
const NO_PRICE = new Set(
  'Deposit ExchangeRateDifference AllowanceBreakage AllowanceContraBreakage AllowanceLoss AllowanceContraLoss'.split(
    ' ',
  ),
)

/** Adds up what stands on the bill. Items in several currencies have no sum, nor do those of which one cannot be read. */
function totalOf({ OrderItems }: WireBooking, ctx: NormalizeContext) {
  const items = (OrderItems ?? []).filter(
    ({ AccountingState, Type }) => AccountingState !== 'Canceled' && !NO_PRICE.has(Type ?? ''),
  )
  const [currency, ...others] = new Set(items.map(({ Amount }) => Amount?.Currency))
  if (items.length === 0) return {}
  if (!currency || others.length > 0) {
    ctx.report({ path: 'OrderItems.Amount.Currency', value: [currency, ...others].join(', '), used: 'no total' })
    return {}
  }
  let total = 0
  for (const { Amount } of items) {
    const minorUnits = readAmount(Amount?.GrossValue, currency, 'OrderItems.Amount.GrossValue', ctx)
    if (minorUnits === null) return {}
    total += minorUnits
  }
  return { totalAmountCents: total, currency }
}
