import { agree, type Group, type Values } from '../../../records/changes/groups.ts'
import { instantOf, wallClockOf } from '../../local-time.ts'
import type { Outgoing, Sent } from '../../write.ts'
import { enterprise } from '../client.ts'
import type { MewsContext } from '../settings.ts'
import { AGES_UNKNOWN, type Reservation, readParty, readReservation } from './reservation.ts'
import { GONE, sendCommand } from './send.ts'

const UPDATE = 'reservations/update'

/** Fields of an update; only those that are named are touched. */
type Fields = Readonly<Record<string, { readonly Value: unknown }>>

/** Dates, room type and party, each only where it is wished and is not so yet. */
export async function changeBooking(ctx: MewsContext, change: Outgoing): Promise<Sent> {
  const reservation = await readReservation(ctx, change.externalId)
  if (reservation === null) return GONE
  const { wanted } = change
  const differs = (group: Group) => !agree(group, { ...reservation.values, ...wanted }, reservation.values)
  const party = differs('PARTY') ? await partyFields(ctx, reservation, wanted) : {}
  if (party === null) return { kind: 'REFUSED', ...AGES_UNKNOWN }
  const fields: Fields = {
    ...stayFields(reservation, wanted, ctx),
    ...(differs('TYPE') && { RequestedCategoryId: { Value: wanted.roomTypeExternalId } }),
    ...party,
  }
  // Somebody has just done it.
  if (Object.keys(fields).length === 0) return { kind: 'AGAIN', waitFor: null }
  return sendUpdate(ctx, change, fields)
}

/** Without its lock the booking moves on; where there was one it is locked into its new room, if it has one. */
export async function moveBooking(ctx: MewsContext, change: Outgoing): Promise<Sent> {
  const reservation = await readReservation(ctx, change.externalId)
  if (reservation === null) return GONE
  const room = { AssignedResourceId: { Value: change.wanted.roomExternalId ?? null } }
  const wasUnlocked = change.step?.unlocked === true
  if (!reservation.isLocked && !wasUnlocked) return sendUpdate(ctx, change, room)
  if (reservation.isLocked) {
    await change.remember({ unlocked: true })
    const unlocked = await sendUpdate(ctx, change, lock(false))
    if (unlocked.kind !== 'DONE') return unlocked
  }
  const moved = await sendUpdate(ctx, change, { ...room, ...(change.wanted.roomExternalId ? lock(true) : {}) })
  // It stays where it was, as it was.
  if (moved.kind === 'REFUSED') await sendUpdate(ctx, change, lock(true))
  return moved
}

const lock = (isLocked: boolean): Fields => ({ AssignedResourceLocked: { Value: isLocked } })

/** The id stands beside the list as well: the vendor's documentation and its schema ask for both. */
function sendUpdate(ctx: MewsContext, { externalId, options }: Outgoing, fields: Fields): Promise<Sent> {
  const isRepriced = options.pricing === 'REPRICE'
  return sendCommand(ctx, UPDATE, {
    ...enterprise(ctx),
    ReservationId: externalId,
    ReservationUpdates: [{ ReservationId: externalId, ...fields }],
    // What is left out here would be done.
    ...{ Reprice: isRepriced, ApplyCancellationFee: options.chargeFee === true, CheckOverbooking: true },
    ...(isRepriced && { Reason: 'The stay was changed.' }),
  })
}

/** A stay that begins at four goes on beginning at four, whatever the clocks do in between. */
function stayFields({ values, startsAt, endsAt }: Reservation, wanted: Values, ctx: MewsContext): Fields {
  const timeOn = (day: Values[string] | undefined, at: Date) => ({ Value: sameTimeOn(String(day), at, ctx) })
  return {
    ...(isOther(wanted.checkIn, values.checkIn) && { StartUtc: timeOn(wanted.checkIn, startsAt) }),
    ...(isOther(wanted.checkOut, values.checkOut) && { EndUtc: timeOn(wanted.checkOut, endsAt) }),
  }
}

const isOther = (wanted: unknown, theirs: unknown) => wanted !== undefined && wanted !== theirs

/** A time that the clocks show twice or never on that day is an hour later. */
function sameTimeOn(day: string, at: Date, { hotel }: MewsContext): string {
  const time = wallClockOf(at, hotel.timeZone).slice(11)
  const later = `${String((Number(time.slice(0, 2)) + 1) % 24).padStart(2, '0')}${time.slice(2)}`
  const instant = instantOf(`${day}T${time}`, hotel.timeZone) ?? instantOf(`${day}T${later}`, hotel.timeZone)
  return `${(instant ?? new Date(`${day}T12:00:00Z`)).toISOString().slice(0, 19)}Z`
}

async function partyFields(ctx: MewsContext, { serviceId }: Reservation, wanted: Values): Promise<Fields | null> {
  const party = await readParty(ctx, serviceId)
  const children = wanted.children ?? 0
  if (party === null || (children !== 0 && party.childId === null)) return null
  const counts = [{ AgeCategoryId: party.adultId, Count: wanted.adults }]
  if (children !== 0) counts.push({ AgeCategoryId: party.childId as string, Count: children })
  return { PersonCounts: { Value: counts } }
}
