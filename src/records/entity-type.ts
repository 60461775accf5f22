import type { z } from 'zod'
import { bookings } from './booking.ts'
import { guests } from './guest.ts'
import { housekeeping } from './housekeeping.ts'
import { maintenanceRequests } from './maintenance-request.ts'
import { ratePlans } from './rate-plan.ts'
import type { CamelCase } from './record-type.ts'
import { rooms } from './room.ts'
import { roomBlocks } from './room-block.ts'
import { roomTypes } from './room-type.ts'

/** The kinds of thing that are synced. What each further layer needs of one is in a map that must have all of these. */
export const recordTypes = {
  BOOKING: bookings,
  ROOM: rooms,
  GUEST: guests,
  ROOM_TYPE: roomTypes,
  RATE_PLAN: ratePlans,
  HOUSEKEEPING: housekeeping,
  ROOM_BLOCK: roomBlocks,
  MAINTENANCE_REQUEST: maintenanceRequests,
}

type RecordTypes = typeof recordTypes
export type EntityType = keyof RecordTypes
export const ENTITY_TYPES = Object.keys(recordTypes) as readonly EntityType[]

/** What one is called: `room block`. */
export type WordOf<Type extends EntityType> = RecordTypes[Type]['words']['one']
/** What many are called: `room blocks`. */
export type WordsOf<Type extends EntityType> = RecordTypes[Type]['words']['many']

/** Key of a provider's lists: `bookings`. */
export type FetchKind = CamelCase<WordsOf<EntityType>>
export const FETCH_KINDS = Object.values(recordTypes).map(({ kind }) => kind) as readonly FetchKind[]

/** What an adapter's `normalize` returns for its list: optional fields may be left out. */
export type RecordInputs = {
  [Type in EntityType as CamelCase<WordsOf<Type>>]: z.input<RecordTypes[Type]['schema']>
}
/** What is made of it once it is found to be valid. */
export type Records = {
  [Type in EntityType as CamelCase<WordsOf<Type>>]: z.output<RecordTypes[Type]['schema']>
}

const typesByKind = Object.fromEntries(ENTITY_TYPES.map((type) => [recordTypes[type].kind, type]))
export const entityTypeOf = (kind: FetchKind) => typesByKind[kind] as EntityType

/** A value for each, in their order. */
export function forEachType<Value>(make: (type: EntityType) => Value): Record<EntityType, Value> {
  return Object.fromEntries(ENTITY_TYPES.map((type) => [type, make(type)])) as Record<EntityType, Value>
}
