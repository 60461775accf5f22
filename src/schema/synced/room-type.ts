import { Directive, Field, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../common/connection.ts'
import { SyncedRow } from '../common/synced-row.ts'

@Directive('@key(fields: "id")')
@ObjectType({ simpleResolvers: true, description: 'A kind of room that a hotel sells, as its PMS has it.' })
export class PmsRoomType extends SyncedRow {
  @Field(() => String, { nullable: true, description: 'Short name that staff use.' })
  code!: string | null

  @Field(() => String, { description: 'Name, as guests read it.' })
  name!: string

  @Field(() => Int, { nullable: true, description: 'Largest number of guests.' })
  capacity!: number | null

  @Field(() => Int, { nullable: true, description: 'Number of rooms of this type, as the PMS counts them.' })
  roomCount!: number | null

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether guests can book it; false for types that only the hotel uses. Null when the PMS does not say.',
  })
  sellable!: boolean | null
}

export const PmsRoomTypeConnection = connectionOf(PmsRoomType)
