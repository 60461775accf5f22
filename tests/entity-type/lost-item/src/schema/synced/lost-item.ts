import { Directive, Field, ObjectType } from 'type-graphql'
import type { LostItemStatus } from '../../records/lost-item.ts'
import { connectionOf } from '../common/connection.ts'
import { defineEnum } from '../common/enum.ts'
import { DateTime } from '../common/scalars.ts'
import { SyncedRow } from '../common/synced-row.ts'

export const PmsLostItemStatus = defineEnum<LostItemStatus>('PmsLostItemStatus', 'Where a lost item is.', {
  KEPT: 'The hotel keeps it.',
  RETURNED: 'Its owner has it back.',
})

@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: 'Something that a guest has left behind.' })
export class PmsLostItem extends SyncedRow {
  @Field(() => String, { description: 'What it is.' })
  description!: string

  @Field(() => PmsLostItemStatus, { description: 'Where it is.' })
  status!: LostItemStatus

  @Field(() => String, { nullable: true, description: 'Number of the room in which it was found.' })
  roomNumber!: string | null

  @Field(() => Boolean, { nullable: true, description: 'Whether it is kept in the safe.' })
  isValuable!: boolean | null

  @Field(() => DateTime, { description: 'When it was found.' })
  foundAt!: Date

  @Field(() => [String], { nullable: true, description: 'Words to find it by.' })
  tags!: string[] | null
}

export const PmsLostItemConnection = connectionOf(PmsLostItem)
