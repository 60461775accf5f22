import { Field, ID, ObjectType } from 'type-graphql'
import type { RowSyncStatus } from '../../entities/columns.ts'
import type { JsonObject } from '../../records/common.ts'
import { defineEnum } from './enum.ts'
import { Personal } from './personal.ts'
import { DateTime, JsonObjectScalar } from './scalars.ts'

export const PmsRowSyncStatus = defineEnum<RowSyncStatus>('PmsRowSyncStatus', 'State of a row against its PMS.', {
  SYNCED: 'As the PMS last told it.',
  PENDING: 'Changed here and not yet written to the PMS.',
  FAILED: 'The PMS refused the change; `syncError` says why.',
  CONFLICT: 'Changed here and at the PMS; a person has to decide.',
})

/** What every type has that is synced from a PMS. */
@ObjectType({ simpleResolvers: true })
export abstract class SyncedRow {
  @Field(() => ID, { description: 'Our id. Stable over syncs.' })
  id!: string

  @Field(() => ID, { description: 'The hotel that it belongs to.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider that it comes from.' })
  provider!: string

  @Field(() => String, { description: 'Its id at the PMS.' })
  externalId!: string

  // Whatever it is, nobody has looked whether it tells of a guest.
  @Personal('HIDDEN')
  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'Further facts of the PMS, as they came. Without ADMIN_EDIT: null.',
  })
  metadata!: JsonObject | null

  @Field(() => DateTime, { nullable: true, description: 'When it last changed at the PMS, where the PMS says so.' })
  externalUpdatedAt!: Date | null

  @Field(() => DateTime, { description: 'When this version was fetched. Syncs that find no change leave it alone.' })
  lastSyncedAt!: Date

  @Field(() => PmsRowSyncStatus, { description: 'How it stands against the PMS.' })
  syncStatus!: RowSyncStatus

  @Field(() => String, { nullable: true, description: 'Why `syncStatus` is FAILED or CONFLICT.' })
  syncError!: string | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'Set once a complete walk no longer saw it at the PMS. Lists hide it then, unless `includeDeleted`.',
  })
  deletedAt!: Date | null

  @Field(() => DateTime, { description: 'When it was first stored here.' })
  createdAt!: Date

  @Field(() => DateTime, { description: 'When it last changed here.' })
  updatedAt!: Date
}
