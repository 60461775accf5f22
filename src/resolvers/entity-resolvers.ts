import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql'
import { type EntityType, isRowType, type RowType, recordTypes } from '../records/entity-type.ts'
import { camelCase, capitalize, nameOne, pascalCase, rowField } from '../records/record-type.ts'
import type { Connection } from '../schema/common/connection.ts'
import type { SyncedRow } from '../schema/common/synced-row.ts'
import { PmsHistoryConnection, type PmsHistoryEntry } from '../schema/history.ts'
import { Hotel } from '../schema/hotel.ts'
import { HistoryListArgs } from '../schema/inputs/history.ts'
import { PmsSyncInput } from '../schema/inputs/sync.ts'
import { PmsSyncPayload, type Result } from '../schema/payloads.ts'
import { syncedRows } from '../sync/synced/synced-entities.ts'
import type { ApiContext } from './access/context.ts'
import { Policy } from './access/policy.ts'
import { changeFieldsResolver } from './change-fields.ts'
import { historyList } from './lists/history.ts'
import { nouns } from './nouns.ts'
import { hotelConnection } from './paging/connection-loader.ts'
import type { ListArgs } from './paging/page-request.ts'
import { startSync } from './start-sync.ts'
import { rowChanges } from './streams/row-changes.ts'

type Filter = Readonly<Record<string, unknown>>
type ResolverClass = new () => object

/**
 * What the API has of every entity type: `bookings`, `booking`, `PmsBooking.hotel`, `Hotel.bookings`, `bookingChanged`,
 * `syncBookings`. Of those that are stored as months the last alone: what they have is in calendar.ts.
 */
export function entityResolvers(type: EntityType): readonly ResolverClass[] {
  if (!isRowType(type)) return [syncResolver(type)]
  const ofRows = [listResolver, rowResolver, rowFieldsResolver, changeFieldsResolver]
  const ofAll = [...ofRows, hotelResolver, changesResolver, syncResolver]
  const all = syncedRows[type].history.length === 0 ? ofAll : [...ofAll, historyResolver]
  return all.map((resolverOf) => resolverOf(type))
}

function listResolver(type: RowType): ResolverClass {
  const { words, kind } = recordTypes[type]
  const { Connection: ConnectionType, Args: ListArguments, list } = nouns[type]

  @Resolver()
  class ListResolver {
    @Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
    @Query(() => ConnectionType, { description: `${capitalize(words.many)} of a hotel.` })
    [kind](
      @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) hotelId: string,
      @Args(() => ListArguments) args: ListArgs<Filter>,
      @Ctx() context: ApiContext,
      @Info() info: GraphQLResolveInfo,
    ): Promise<Connection<SyncedRow>> {
      return hotelConnection(context, list, hotelId, args, info)
    }
  }
  return ListResolver
}

function rowResolver(type: RowType): ResolverClass {
  const { words } = recordTypes[type]
  const { Type } = nouns[type]

  @Resolver()
  class RowResolver {
    @Policy({ permission: 'ADMIN_VIEW', hotel: 'VIEWER' })
    @Query(() => Type, {
      nullable: true,
      description: `${capitalize(nameOne(words))}; null when there is none with this id.`,
    })
    [rowField(words)](
      @Arg('id', () => ID, { description: `Id of the ${words.one} in this service.` }) id: string,
      @Ctx() { loaders }: ApiContext,
    ): Promise<SyncedRow | null> {
      return loaders.rows[type].load(id)
    }
  }
  return RowResolver
}

function rowFieldsResolver(type: RowType): ResolverClass {
  @Resolver(() => nouns[type].Type)
  class RowFieldsResolver {
    @FieldResolver(() => Hotel, { description: 'The hotel that it belongs to.' })
    hotel(@Root() { hotelId }: SyncedRow): Hotel {
      return { id: hotelId }
    }
  }
  return RowFieldsResolver
}

/** Of types whose declaration names fields. */
function historyResolver(type: RowType): ResolverClass {
  const { history, historyDays } = syncedRows[type]

  @Resolver(() => nouns[type].Type)
  class RowHistoryResolver {
    @FieldResolver(() => PmsHistoryConnection, {
      description: `Changes of ${history.map((field) => `\`${field}\``).join(', ')} in the last ${historyDays} days, newest first.`,
    })
    history(
      @Root() { hotelId, id }: SyncedRow,
      @Args(() => HistoryListArgs) args: HistoryListArgs,
      @Ctx() { loaders }: ApiContext,
      @Info() info: GraphQLResolveInfo,
    ): Promise<Connection<PmsHistoryEntry>> {
      return loaders.connections.load(historyList, { hotelId, rowId: id }, args, info)
    }
  }
  return RowHistoryResolver
}

/** Nullable, so that trouble here leaves the rest of a hotel, which other subgraphs answer for, whole. */
function hotelResolver(type: RowType): ResolverClass {
  const { words, kind } = recordTypes[type]
  const { Connection: ConnectionType, Args: ListArguments, list } = nouns[type]

  @Resolver(() => Hotel)
  class RowsOfHotelResolver {
    @FieldResolver(() => ConnectionType, { nullable: true, description: `${capitalize(words.many)} of the hotel.` })
    [kind](
      @Root() { id }: Hotel,
      @Args(() => ListArguments) args: ListArgs<Filter>,
      @Ctx() { loaders }: ApiContext,
      @Info() info: GraphQLResolveInfo,
    ): Promise<Connection<SyncedRow>> {
      return loaders.connections.load(list, { hotelId: id }, args, info)
    }
  }
  return RowsOfHotelResolver
}

function syncResolver(type: EntityType): ResolverClass {
  const { many } = recordTypes[type].words

  @Resolver()
  class SyncRowsResolver {
    @Policy<{ input: PmsSyncInput }>({ permission: 'ADMIN_EDIT', hotel: ({ input }) => input.hotelId })
    @Mutation(() => PmsSyncPayload, { description: `Starts a sync of ${many}.` })
    [`sync${pascalCase(many)}`](
      @Arg('input', () => PmsSyncInput, { description: 'Hotel and provider to sync, and how much.' })
      input: PmsSyncInput,
      @Ctx() context: ApiContext,
    ): Promise<Result<PmsSyncPayload>> {
      return startSync(context, type, input)
    }
  }
  return SyncRowsResolver
}

function changesResolver(type: RowType): ResolverClass {
  const { one, many } = recordTypes[type].words
  const { Type } = nouns[type]

  @Resolver()
  class RowChangesResolver {
    @Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
    @Subscription(() => Type, {
      description: `${capitalize(many)} of a hotel that were just created, updated or marked as deleted.`,
      subscribe: ({ args, context }) => rowChanges(context, type, args),
    })
    [`${camelCase(one)}Changed`](
      @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) _hotelId: string,
      @Root() row: SyncedRow,
    ): SyncedRow {
      return row
    }
  }
  return RowChangesResolver
}
