import { Field, ID, ObjectType } from 'type-graphql'
import type { RowSyncStatus } from '../../entities/columns.ts'
import type { JsonObject } from '../../records/common.ts'
import { defineEnum } from './enum.ts'
import { Personal } from './personal.ts'
import { DateTime, JsonObjectScalar } from './scalars.ts'

export const PmsRowSyncStatus = defineEnum<RowSyncStatus>('PmsRowSyncStatus', 'Whether a stored row matches the PMS.', {
  SYNCED: 'Matches the last version from the PMS.',
  PENDING: 'Changed here, not yet written to the PMS.',
  FAILED: 'The PMS refused the change; `syncError` says why.',
  CONFLICT: 'Changed here and at the PMS. A person has to decide.',
})

/** What every type has that is synced from a PMS. */
@ObjectType({ simpleResolvers: true })
export abstract class SyncedRow {
  @Field(() => ID, { description: 'Id in this service. It stays the same over syncs.' })
  id!: string

  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the provider, such as `opera`.' })
  provider!: string

  @Field(() => String, { description: 'Id at the PMS.' })
  externalId!: string

  // Whatever it is, nobody has looked whether it tells of a guest.
  @Personal('HIDDEN')
  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'Further fields of the PMS, unchanged. Without ADMIN_EDIT: null.',
  })
  metadata!: JsonObject | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it last changed at the PMS; null when the PMS does not say.',
  })
  externalUpdatedAt!: Date | null

  @Field(() => DateTime, {
    description: 'When this version was fetched from the PMS. A sync that finds no change does not update it.',
  })
  lastSyncedAt!: Date

  @Field(() => PmsRowSyncStatus, { description: 'Whether the stored version matches the PMS.' })
  syncStatus!: RowSyncStatus

  @Field(() => String, { nullable: true, description: 'Why `syncStatus` is FAILED or CONFLICT.' })
  syncError!: string | null

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When a full sync no longer found it at the PMS. Lists leave it out from then on, unless `includeDeleted` is set.',
  })
  deletedAt!: Date | null

  @Field(() => DateTime, { description: 'When it was first stored.' })
  createdAt!: Date

  @Field(() => DateTime, { description: 'When the stored version last changed.' })
  updatedAt!: Date
}
