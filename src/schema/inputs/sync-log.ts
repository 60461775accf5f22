import { ArgsType, Field, ID, InputType } from 'type-graphql'
import type { SyncOperation, SyncStatus, SyncTrigger } from '../../entities/sync-log.ts'
import type { EntityType } from '../../records/entity-type.ts'
import { defineOrderFields } from '../common/enum.ts'
import { PmsEntityType, PmsSyncOperation, PmsSyncStatus, PmsSyncTrigger } from '../sync-log.ts'
import { type Order, orderInputOf } from './order.ts'
import { PageArgs } from './page.ts'
import { PmsTimeRange } from './range.ts'

@InputType({ description: 'Narrows a list of runs; everything given must hold.' })
export class PmsSyncLogFilter {
  @Field(() => [PmsSyncStatus], { nullable: true, description: 'Has one of these statuses.' })
  status?: SyncStatus[] | null

  @Field(() => PmsEntityType, { nullable: true, description: 'Brings this.' })
  entityType?: EntityType | null

  @Field(() => String, { nullable: true, description: 'Is of the provider of this key.' })
  provider?: string | null

  @Field(() => [ID], { nullable: true, description: 'Is of one of these hotels.' })
  hotelIds?: string[] | null

  @Field(() => PmsSyncOperation, { nullable: true, description: 'Looks at this much.' })
  operation?: SyncOperation | null

  @Field(() => PmsSyncTrigger, { nullable: true, description: 'Was started by this.' })
  trigger?: SyncTrigger | null

  @Field(() => PmsTimeRange, { nullable: true, description: 'A worker took it within this span.' })
  startedAt?: PmsTimeRange | null
}

export const PmsSyncLogOrderField = defineOrderFields('PmsSyncLogOrderField', {
  QUEUED_AT: ['id', 'When it was asked for.'],
  STARTED_AT: ['startedAt', 'When a worker took it.'],
  COMPLETED_AT: ['completedAt', 'When it ended.'],
  DURATION: ['duration', 'How long it took.'],
  ITEMS_PROCESSED: ['itemsProcessed', 'Items taken.'],
  ITEMS_FAILED: ['itemsFailed', 'Items that could not be stored.'],
})
export const PmsSyncLogOrder = orderInputOf('PmsSyncLog', PmsSyncLogOrderField)

@ArgsType()
export class SyncLogListArgs extends PageArgs {
  @Field(() => PmsSyncLogFilter, { nullable: true, description: 'Narrows the list.' })
  filter?: PmsSyncLogFilter | null

  @Field(() => PmsSyncLogOrder, { nullable: true, description: 'Orders the list; newest first if not given.' })
  orderBy?: Order<(typeof PmsSyncLogOrderField)[string]> | null
}
