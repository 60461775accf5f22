import type { PmsEntityType } from '../gql/graphql.ts'
import type { Entity, SyncDocument } from './entity.tsx'

interface Entry {
  readonly singular: string
  /** Also names its pages: `/hotels/…/bookings`. */
  readonly plural: string
  /** Loaded when somebody opens one of its pages; left out where a thing has none, as a price of a day. */
  readonly load?: () => Promise<Entity>
  /** Of those without pages. */
  readonly sync?: () => Promise<SyncDocument>
}

/** A line an entity type; what else there is to know of one is in its file. */
export const entities: Readonly<Record<PmsEntityType, Entry>> = {
  BOOKING: {
    singular: 'booking',
    plural: 'bookings',
    load: () => import('./booking.tsx').then((file) => file.booking),
  },
  ROOM: { singular: 'room', plural: 'rooms', load: () => import('./room.tsx').then((file) => file.room) },
  GUEST: { singular: 'guest', plural: 'guests', load: () => import('./guest.tsx').then((file) => file.guest) },
  ROOM_TYPE: {
    singular: 'room type',
    plural: 'room types',
    load: () => import('./room-type/room-type.tsx').then((file) => file.roomType),
  },
  RATE_PLAN: {
    singular: 'rate plan',
    plural: 'rate plans',
    load: () => import('./rate-plan/rate-plan.tsx').then((file) => file.ratePlan),
  },
  HOUSEKEEPING: {
    singular: 'housekeeping',
    plural: 'housekeeping',
    load: () => import('./housekeeping/housekeeping.tsx').then((file) => file.housekeeping),
  },
  ROOM_BLOCK: {
    singular: 'room block',
    plural: 'room blocks',
    load: () => import('./room-block/room-block.tsx').then((file) => file.roomBlock),
  },
  MAINTENANCE_REQUEST: {
    singular: 'maintenance request',
    plural: 'maintenance requests',
    load: () => import('./maintenance-request/maintenance-request.tsx').then((file) => file.maintenanceRequest),
  },
  RATE: { singular: 'rate', plural: 'rates', sync: () => import('./calendar.ts').then((file) => file.syncRates) },
  AVAILABILITY: {
    singular: 'availability',
    plural: 'availability',
    sync: () => import('./calendar.ts').then((file) => file.syncAvailability),
  },
}

export const entityTypes = Object.keys(entities) as PmsEntityType[]
/** Those with pages. */
export const listedTypes = entityTypes.filter((type) => entities[type].load !== undefined)

/** `Bookings` */
export const pluralLabel = (type: PmsEntityType) => capitalised(entities[type].plural)

/** `Booking` */
export const singularLabel = (type: PmsEntityType) => capitalised(entities[type].singular)

/** `Booking B-1`: by its id at the PMS, where that could be read. */
export const itemLabel = ({
  entityType,
  externalId,
}: {
  entityType: PmsEntityType
  externalId?: string | null | undefined
}) => `${singularLabel(entityType)} ${externalId ?? 'without a readable id'}`

/** `Bookings, rooms` */
export const listTypes = (types: readonly PmsEntityType[]) =>
  capitalised([...new Set(types)].map((type) => entities[type].plural).join(', '))

/** To choose from. */
export const entityLabels = Object.fromEntries(entityTypes.map((type) => [type, pluralLabel(type)])) as Record<
  PmsEntityType,
  string
>

/** Part of the address of its pages. */
export const slugOf = (type: PmsEntityType) => entities[type].plural.replaceAll(' ', '-')

export const typeOfSlug = (slug: string) => listedTypes.find((type) => slugOf(type) === slug)

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
