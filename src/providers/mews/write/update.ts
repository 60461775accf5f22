import { agree, type Group, type Values } from '../../../records/changes/groups.ts'
import { instantOf, wallClockOf } from '../../local-time.ts'
import type { Outgoing, Sent } from '../../write.ts'
import { enterprise } from '../client.ts'
import type { MewsContext } from '../settings.ts'
import { ofEach } from './parts.ts'
import { AGES_UNKNOWN, type PartyReader, partyReader, type Reservation, readReservations } from './reservation.ts'
import { GONE, sendCommand } from './send.ts'

const UPDATE = 'reservations/update'

/** Fields of an update; only those that are named are touched. */
type Fields = Readonly<Record<string, { readonly Value: unknown }>>

/** A reservation as it was read right before, and what is to be written of it. */
interface Update {
  readonly change: Outgoing
  readonly fields: Fields
}

/** Dates, room type and party, each only where it is wished and is not so yet. */
export async function changeBookings(
  ctx: MewsContext,
  changes: readonly Outgoing[],
): Promise<ReadonlyMap<string, Sent>> {
  const reservations = await reservationsOf(ctx, changes)
  const partyOf = partyReader(ctx)
  const updates: Update[] = []
  const sent = new Map<string, Sent>()
  for (const change of changes) {
    const reservation = reservations.get(change.externalId)
    const fields = reservation === undefined ? GONE : await fieldsOf({ ctx, partyOf }, reservation, change)
    if ('kind' in fields) sent.set(change.id, fields as Sent)
    else updates.push({ change, fields })
  }
  return new Map([...sent, ...(await sendUpdates(ctx, updates))])
}

async function fieldsOf(
  { ctx, partyOf }: { readonly ctx: MewsContext; readonly partyOf: PartyReader },
  reservation: Reservation,
  { wanted }: Outgoing,
): Promise<Fields | Sent> {
  const differs = (group: Group) => !agree(group, { ...reservation.values, ...wanted }, reservation.values)
  const party = differs('PARTY') ? await partyFields(partyOf, reservation, wanted) : {}
  if (party === null) return { kind: 'REFUSED', ...AGES_UNKNOWN }
  const fields: Fields = {
    ...stayFields(reservation, wanted, ctx),
    ...(differs('TYPE') && { RequestedCategoryId: { Value: wanted.roomTypeExternalId } }),
    ...party,
  }
  // Somebody has just done it.
  return Object.keys(fields).length === 0 ? { kind: 'AGAIN', waitFor: null } : fields
}

/** Those that are locked into their rooms need more requests than one, and have them by themselves. */
export async function moveBookings(ctx: MewsContext, changes: readonly Outgoing[]): Promise<ReadonlyMap<string, Sent>> {
  const reservations = await reservationsOf(ctx, changes)
  const updates: Update[] = []
  const sent = new Map<string, Sent>()
  for (const change of changes) {
    const reservation = reservations.get(change.externalId)
    const isLocked = reservation?.isLocked === true || change.step?.unlocked === true
    if (reservation === undefined) sent.set(change.id, GONE)
    else if (!isLocked) updates.push({ change, fields: roomField(change) })
    else sent.set(change.id, changes.length > 1 ? { kind: 'ALONE' } : await moveLocked(ctx, change, reservation))
  }
  return new Map([...sent, ...(await sendUpdates(ctx, updates))])
}

/** Without its lock the booking moves on; it is locked into its new room, if it has one. */
async function moveLocked(ctx: MewsContext, change: Outgoing, { isLocked }: Reservation): Promise<Sent> {
  if (isLocked) {
    await change.remember({ unlocked: true })
    const unlocked = await sendUpdate(ctx, change, lock(false))
    if (unlocked.kind !== 'DONE') return unlocked
  }
  const fields = { ...roomField(change), ...(change.wanted.roomExternalId ? lock(true) : {}) }
  const moved = await sendUpdate(ctx, change, fields)
  // It stays where it was, as it was.
  if (moved.kind === 'REFUSED') await sendUpdate(ctx, change, lock(true))
  return moved
}

const roomField = ({ wanted }: Outgoing): Fields => ({ AssignedResourceId: { Value: wanted.roomExternalId ?? null } })
const lock = (isLocked: boolean): Fields => ({ AssignedResourceLocked: { Value: isLocked } })

async function reservationsOf(ctx: MewsContext, changes: readonly Outgoing[]) {
  const found = await readReservations(
    ctx,
    changes.map(({ externalId }) => externalId),
  )
  return new Map(found.map((reservation) => [reservation.externalId, reservation]))
}

async function sendUpdates(ctx: MewsContext, updates: readonly Update[]): Promise<ReadonlyMap<string, Sent>> {
  const [first] = updates
  if (first === undefined) return new Map()
  const changes = updates.map(({ change }) => change)
  return ofEach(changes, await sendAll(ctx, updates, first.change))
}

const sendUpdate = (ctx: MewsContext, change: Outgoing, fields: Fields) => sendAll(ctx, [{ change, fields }], change)

/** The first id stands beside the list as well: the vendor's documentation and its schema ask for both. */
function sendAll(ctx: MewsContext, updates: readonly Update[], { externalId, options }: Outgoing): Promise<Sent> {
  const isRepriced = options.pricing === 'REPRICE'
  return sendCommand(ctx, UPDATE, {
    ...enterprise(ctx),
    ReservationId: externalId,
    ReservationUpdates: updates.map(({ change, fields }) => ({ ReservationId: change.externalId, ...fields })),
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

async function partyFields(partyOf: PartyReader, { serviceId }: Reservation, wanted: Values): Promise<Fields | null> {
  const party = await partyOf(serviceId)
  const children = wanted.children ?? 0
  if (party === null || (children !== 0 && party.childId === null)) return null
  const counts = [{ AgeCategoryId: party.adultId, Count: wanted.adults }]
  if (children !== 0) counts.push({ AgeCategoryId: party.childId as string, Count: children })
  return { PersonCounts: { Value: counts } }
}
