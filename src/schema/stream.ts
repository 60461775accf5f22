import { Field, Int, ObjectType } from 'type-graphql'
import type { StreamState } from '../entities/stream-state.ts'
import type { StreamStatus } from '../insights/streams.ts'
import { defineEnum } from './common/enum.ts'
import { DateTime, SafeInt } from './common/scalars.ts'

export const PmsStreamState = defineEnum<StreamState>('PmsStreamState', 'How a stream stands.', {
  OFF: 'Not switched on in the settings, or the configuration is paused.',
  CONNECTING: 'A worker is connecting to the PMS.',
  CATCHING_UP: 'Connected; what happened before is being fetched.',
  LIVE: 'Connected and up to date.',
  WAITING: 'Not connected: no worker holds it, or the next attempt is due later.',
  LOCKED_OUT: 'Not connected: somebody else holds the one connection that the PMS allows.',
})

@ObjectType({
  simpleResolvers: true,
  description:
    'A connection that the PMS keeps open to tell of changes. Hotels with one account at the PMS share it. While it is down, syncs find changes.',
})
export class PmsStream implements StreamStatus {
  @Field(() => PmsStreamState, { description: 'How it stands.' })
  state!: StreamState

  @Field(() => String, {
    nullable: true,
    description: 'Position of the last message that was stored; null when the PMS has no positions.',
  })
  offset!: string | null

  @Field(() => DateTime, { nullable: true, description: 'When the last message was stored; null before the first.' })
  lastMessageAt!: Date | null

  @Field(() => SafeInt, {
    nullable: true,
    description:
      'Milliseconds between the newest event of the last message and its storage; null when the PMS does not say when it happened.',
  })
  lagMs!: number | null

  @Field(() => Int, { description: 'Number of connections after the first one.' })
  reconnects!: number

  @Field(() => Int, {
    nullable: true,
    description: 'Code with which the PMS last closed it, or the HTTP status with which it refused it.',
  })
  lastCloseCode!: number | null

  @Field(() => String, { nullable: true, description: 'Why it is not connected; null when nothing is wrong.' })
  reason!: string | null

  @Field(() => DateTime, { nullable: true, description: 'Since when it is in this state; null when unknown.' })
  since!: Date | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the next attempt to connect is due; null while it is connected, and when it is off.',
  })
  nextAttemptAt!: Date | null
}
