import { Field, InputType, ObjectType } from 'type-graphql'
import type { ConflictDefault } from '../records/changes/conflict-defaults.ts'
import type { Group } from '../records/changes/groups.ts'
import { PmsChangeGroup } from './change-group.ts'
import { defineEnum } from './common/enum.ts'

export const PmsConflictDefault = defineEnum<ConflictDefault>(
  'PmsConflictDefault',
  'Who gives way when something was changed here and at the PMS.',
  {
    ASK: 'A person decides each time.',
    OURS: 'What is wanted here is sent, once.',
    THEIRS: 'The PMS keeps what it has.',
  },
)

@InputType({ description: 'Who gives way in conflicts over a group.' })
export class PmsGroupDefaultInput {
  @Field(() => PmsChangeGroup, { description: 'What is contested.' })
  group!: Group

  @Field(() => PmsConflictDefault, { description: 'Who gives way.' })
  choice!: ConflictDefault
}

@ObjectType({ simpleResolvers: true, description: 'Who gives way in conflicts over a group.' })
export class PmsGroupDefault {
  @Field(() => PmsChangeGroup, { description: 'What is contested.' })
  group!: Group

  @Field(() => PmsConflictDefault, { description: 'Who gives way.' })
  choice!: ConflictDefault
}
