import { Field, ID, ObjectType } from 'type-graphql'
import { defineEnum } from './common/enum.ts'
import { DateTime } from './common/scalars.ts'

export const PmsPermission = defineEnum<'ADMIN_VIEW' | 'ADMIN_EDIT'>('PmsPermission', 'What a token allows.', {
  ADMIN_VIEW: 'To read.',
  ADMIN_EDIT: 'To read and to change.',
})

@ObjectType({ simpleResolvers: true, description: 'Whoever holds the token that the operation came with.' })
export class PmsViewer {
  @Field(() => String, { description: 'Who it is, in the words of the token.' })
  subject!: string

  @Field(() => [PmsPermission], { description: 'What the token allows.' })
  permissions!: ('ADMIN_VIEW' | 'ADMIN_EDIT')[]

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of the hotels that exist for the token; null when that is all of them.',
  })
  hotelIds!: string[] | null

  @Field(() => DateTime, { description: 'From then on the token is worth nothing.' })
  expiresAt!: Date
}
