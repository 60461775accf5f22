import { z } from 'zod'
import { type Group, groupsOf, pickGroups, type Values } from '../../../records/changes/groups.ts'
import { fitShape } from '../../transport/rest.ts'
import type { Facts, ReadTarget } from '../../write.ts'
import { enterprises } from '../client.ts'
import { readAgeCategories, readAgeCategoriesOf } from '../join/parts.ts'
import { changeableOf } from '../normalize/booking.ts'
import { RESERVATIONS, readByIds } from '../operations/lists.ts'
import type { MewsContext } from '../settings.ts'
import { wireBooking } from '../wire.ts'

const wireReservation = wireBooking.shape.Reservation.extend({
  ServiceId: z.string(),
  AssignedResourceLocked: z.boolean().nullish(),
  UpdatedUtc: z.iso.datetime({ offset: true }),
})

/** A reservation as far as it can be changed. */
export interface Reservation {
  readonly externalId: string
  readonly serviceId: string
  readonly values: Values
  readonly startsAt: Date
  readonly endsAt: Date
  /** Somebody at the desk keeps it in its room. */
  readonly isLocked: boolean
  readonly modifiedAt: Date
}

const GROUPS: readonly Group[] = ['STAY', 'TYPE', 'PARTY', 'ROOM', 'STATUS']

/** What the vendor does not have is left out. @throws PmsIntegrationError PROVIDER_BAD_RESPONSE and what the PMS answers */
export async function readReservations(ctx: MewsContext, ids: readonly string[]): Promise<Reservation[]> {
  const answers = await readByIds(ctx, RESERVATIONS, 'ReservationIds', ids, enterprises(ctx))
  const found = answers.map((answer) => fitShape(answer, wireReservation))
  const ages = found.flatMap(({ PersonCounts }) => (PersonCounts ?? []).map(({ AgeCategoryId }) => AgeCategoryId))
  const AgeCategories = [...(await readAgeCategories(ctx, ages)).values()]
  return found.map((one) => ({
    externalId: one.Id,
    serviceId: one.ServiceId,
    values: pickGroups(changeableOf({ Reservation: one, AgeCategories }, ctx), GROUPS),
    startsAt: new Date(one.ScheduledStartUtc),
    endsAt: new Date(one.ScheduledEndUtc),
    isLocked: one.AssignedResourceLocked === true,
    modifiedAt: new Date(one.UpdatedUtc),
  }))
}

/** For all actions on bookings. */
export async function readFacts(ctx: MewsContext, targets: readonly ReadTarget[]): Promise<ReadonlyMap<string, Facts>> {
  const reservations = await readReservations(
    ctx,
    targets.map(({ externalId }) => externalId),
  )
  const partyOf = partyReader(ctx)
  const facts = new Map<string, Facts>()
  for (const reservation of reservations) {
    const { externalId, values, modifiedAt } = reservation
    const wanted = targets.find((target) => target.externalId === externalId)?.wanted ?? {}
    const refusal = await refusalOf(partyOf, reservation, wanted)
    facts.set(externalId, { values, modifiedAt, ...(refusal && { refusal }) })
  }
  return facts
}

async function refusalOf(
  partyOf: PartyReader,
  { serviceId, isLocked }: Reservation,
  wanted: Values,
): Promise<Facts['refusal'] | null> {
  const groups = groupsOf(wanted)
  if (groups.includes('ROOM') && isLocked)
    return { code: 'TARGET_LOCKED', message: 'The PMS keeps the booking in its room, which is locked.' }
  if (groups.includes('PARTY') && (await partyOf(serviceId)) === null) return AGES_UNKNOWN
  return null
}

export const AGES_UNKNOWN = {
  code: 'UNSUPPORTED_CAPABILITY',
  message: 'The PMS tells several ages of adults or children apart, so that their numbers do not say who comes.',
} as const

export type PartyReader = (serviceId: string) => ReturnType<typeof readParty>

/** Asks once for each service, however many reservations it has. */
export function partyReader(ctx: MewsContext): PartyReader {
  const asked = new Map<string, ReturnType<typeof readParty>>()
  return (serviceId) => {
    const party = asked.get(serviceId) ?? readParty(ctx, serviceId)
    asked.set(serviceId, party)
    return party
  }
}

/** Who counts as an adult and as a child; null where the hotel has several of them. */
async function readParty(ctx: MewsContext, serviceId: string) {
  const categories = await readAgeCategoriesOf(ctx, serviceId)
  const [adults, children] = ['Adult', 'Child'].map((name) =>
    categories.filter(({ Classification }) => Classification === name).map(({ Id }) => Id),
  ) as [string[], string[]]
  if (adults.length !== 1 || children.length > 1) return null
  return { adultId: adults[0] as string, childId: children[0] ?? null }
}
