import { Field, ID, ObjectType } from 'type-graphql'
import { defineEnum } from './common/enum.ts'
import { DateTime } from './common/scalars.ts'

export const PmsPermission = defineEnum<'ADMIN_VIEW' | 'ADMIN_EDIT'>('PmsPermission', 'What a token allows.', {
  ADMIN_VIEW: 'Read.',
  ADMIN_EDIT: 'Read and change.',
})

@ObjectType({ simpleResolvers: true, description: 'The holder of the token that the request was sent with.' })
export class PmsViewer {
  @Field(() => String, { description: 'Subject of the token.' })
  subject!: string

  @Field(() => [PmsPermission], { description: 'Permissions of the token.' })
  permissions!: ('ADMIN_VIEW' | 'ADMIN_EDIT')[]

  @Field(() => [ID], {
    nullable: true,
    description: 'Ids of the hotels that the token covers; null for all hotels.',
  })
  hotelIds!: string[] | null

  @Field(() => DateTime, { description: 'When the token expires.' })
  expiresAt!: Date
}
