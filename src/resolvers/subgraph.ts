import 'reflect-metadata'
import { type GraphQLSchema, graphqlSync } from 'graphql'
import { ENTITY_TYPES } from '../records/entity-type.ts'
import { buildSubgraph } from '../schema/build-subgraph.ts'
import { boundArguments } from './access/argument-bounds.ts'
import { enforcePolicies } from './access/enforce.ts'
import { maskPersonal } from './access/mask-personal.ts'
import { referenceResolver, references } from './access/references.ts'
import { AriChangesResolver } from './calendar/ari-changes.ts'
import { AvailabilityOfHotelResolver, AvailabilityResolver } from './calendar/availability.ts'
import { RatesOfHotelResolver, RatesResolver } from './calendar/rates.ts'
import { BookingChangeResolver } from './changes/booking.ts'
import { CareChangeResolver } from './changes/care.ts'
import { ChangeResolver } from './changes/change.ts'
import { ConflictResolver } from './changes/conflict.ts'
import { ChangeSetResolver } from './changes/sets/change-set.ts'
import { ChangeSetItemResolver } from './changes/sets/item.ts'
import { ChangeSetRunResolver } from './changes/sets/run.ts'
import { ChannelResolver } from './channel.ts'
import { ConfigurationResolver } from './configuration.ts'
import { entityResolvers } from './entity-resolvers.ts'
import { HistoryResolver } from './history.ts'
import { HotelResolver } from './hotel.ts'
import { FleetResolver } from './insights/fleet.ts'
import { ConfigurationFreshnessResolver, FreshnessResolver, HotelFreshnessResolver } from './insights/freshness.ts'
import { ProviderHealthResolver } from './insights/provider-health.ts'
import { ScheduleResolver } from './insights/schedule.ts'
import { StatisticsResolver } from './insights/statistics.ts'
import { resolveJoinedFields } from './joined-fields.ts'
import { ProgressResolver } from './progress.ts'
import { ProviderResolver } from './provider.ts'
import { RegistrationResolver } from './registration.ts'
import { StreamResolver } from './stream.ts'
import { SyncResolver } from './sync.ts'
import { SyncFailureResolver } from './sync-failure.ts'
import { SyncLogResolver } from './sync-log.ts'
import { BookingResolver } from './synced/booking.ts'
import { GuestResolver } from './synced/guest.ts'
import { HousekeepingResolver } from './synced/housekeeping.ts'
import { MaintenanceRequestResolver } from './synced/maintenance-request.ts'
import { RatePlanResolver } from './synced/rate-plan.ts'
import { RoomResolver } from './synced/room.ts'
import { RoomBlockResolver } from './synced/room-block.ts'
import { ViewerResolver } from './viewer.ts'
import { WebhookEndpointResolver } from './webhooks/webhook-endpoint.ts'
import { WebhookEventResolver } from './webhooks/webhook-event.ts'

/** Once a process: type-graphql keeps what decorators tell it. */
const resolversOfTypes = ENTITY_TYPES.flatMap(entityResolvers)

/** The whole API: types, resolvers and the policies in front of them. */
export function createSubgraph(): GraphQLSchema {
  const schema = buildSubgraph({
    resolvers: [
      BookingResolver,
      RoomResolver,
      GuestResolver,
      RatePlanResolver,
      HousekeepingResolver,
      RoomBlockResolver,
      MaintenanceRequestResolver,
      HistoryResolver,
      SyncLogResolver,
      SyncFailureResolver,
      SyncResolver,
      ProgressResolver,
      ConfigurationResolver,
      WebhookEndpointResolver,
      StreamResolver,
      ChannelResolver,
      WebhookEventResolver,
      ProviderResolver,
      HotelResolver,
      HotelFreshnessResolver,
      ConfigurationFreshnessResolver,
      FreshnessResolver,
      FleetResolver,
      ProviderHealthResolver,
      ScheduleResolver,
      RegistrationResolver,
      StatisticsResolver,
      ViewerResolver,
      AriChangesResolver,
      RatesResolver,
      RatesOfHotelResolver,
      AvailabilityResolver,
      AvailabilityOfHotelResolver,
      ChangeResolver,
      BookingChangeResolver,
      CareChangeResolver,
      ConflictResolver,
      ChangeSetResolver,
      ChangeSetRunResolver,
      ChangeSetItemResolver,
      ...resolversOfTypes,
    ],
    references: Object.fromEntries(Object.entries(references).map(([type, each]) => [type, referenceResolver(each)])),
  })
  boundArguments(schema)
  enforcePolicies(schema, references)
  maskPersonal(schema)
  resolveJoinedFields(schema)
  return schema
}

/** The SDL that gateways read and compose. */
export function printSubgraph(): string {
  const { data } = graphqlSync({ schema: createSubgraph(), source: '{ _service { sdl } }' })
  const { _service } = data as { _service: { sdl: string } }
  return `${_service.sdl}\n`
}
