import type { z } from 'zod'
import { availability } from './availability.ts'
import { bookings } from './booking.ts'
import { guests } from './guest.ts'
import { housekeeping } from './housekeeping.ts'
import { maintenanceRequests } from './maintenance-request.ts'
import { rates } from './rate.ts'
import { ratePlans } from './rate-plan.ts'
import type { CamelCase, Store } from './record-type.ts'
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
  RATE: rates,
  AVAILABILITY: availability,
}

type RecordTypes = typeof recordTypes
export type EntityType = keyof RecordTypes
export const ENTITY_TYPES = Object.keys(recordTypes) as readonly EntityType[]

type StoredAs<Which extends Store> = {
  [Type in EntityType]: RecordTypes[Type]['store'] extends Which ? Type : never
}[EntityType]
/** Those whose items are things: they have an id, a list, a page of their own. */
export type RowType = StoredAs<'ROWS'>
/** Those whose items are spans of days: the parts of a calendar. */
export type SpanType = StoredAs<'SPANS'>
const typesStoredAs = (store: Store) => ENTITY_TYPES.filter((type) => recordTypes[type].store === store)
export const ROW_TYPES = typesStoredAs('ROWS') as readonly RowType[]
export const SPAN_TYPES = typesStoredAs('SPANS') as readonly SpanType[]
export const isRowType = (type: EntityType): type is RowType => recordTypes[type].store === 'ROWS'

/** What one is called: `room block`. */
export type WordOf<Type extends EntityType> = RecordTypes[Type]['words']['one']
/** What many are called: `room blocks`. */
export type WordsOf<Type extends EntityType> = RecordTypes[Type]['words']['many']

/** Key of a provider's lists: `bookings`. */
export type FetchKind = CamelCase<WordsOf<EntityType>>
export const FETCH_KINDS = Object.values(recordTypes).map(({ kind }) => kind) as readonly FetchKind[]
/** Of those whose items are things. */
export type RowKind = CamelCase<WordsOf<RowType>>
export const ROW_KINDS = ROW_TYPES.map((type) => recordTypes[type].kind) as readonly RowKind[]
/** Of those whose items are spans of days. */
export type SpanKind = CamelCase<WordsOf<SpanType>>
export const SPAN_KINDS = SPAN_TYPES.map((type) => recordTypes[type].kind) as readonly SpanKind[]

/** What an adapter's `normalize` returns for its list: optional fields may be left out. */
export type RecordInputs = {
  [Type in EntityType as CamelCase<WordsOf<Type>>]: z.input<RecordTypes[Type]['schema']>
}
/** What is made of it once it is found to be valid. */
export type Records = {
  [Type in EntityType as CamelCase<WordsOf<Type>>]: z.output<RecordTypes[Type]['schema']>
}

const typesByKind = Object.fromEntries(ENTITY_TYPES.map((type) => [recordTypes[type].kind, type]))
export function entityTypeOf(kind: RowKind): RowType
export function entityTypeOf(kind: FetchKind): EntityType
export function entityTypeOf(kind: FetchKind): EntityType {
  return typesByKind[kind] as EntityType
}

/** A value for each, in their order. */
export function forEachType<Value>(make: (type: EntityType) => Value): Record<EntityType, Value> {
  return Object.fromEntries(ENTITY_TYPES.map((type) => [type, make(type)])) as Record<EntityType, Value>
}

/** The same for those whose items are things. */
export function forEachRowType<Value>(make: (type: RowType) => Value): Record<RowType, Value> {
  return Object.fromEntries(ROW_TYPES.map((type) => [type, make(type)])) as Record<RowType, Value>
}
