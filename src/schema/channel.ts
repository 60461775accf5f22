import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { ChannelInput } from '../distribution/distribution.ts'
import type {
  ChannelState,
  ChannelStatus,
  KnownRefusal,
  MappedPlan,
  MappedRoom,
  WhenStale,
} from '../distribution/rows.ts'
import type { JsonObject } from '../records/common.ts'
import { defineEnum } from './common/enum.ts'
import { Payload } from './common/error.ts'
import { DateTime, JsonObjectScalar, LocalDate } from './common/scalars.ts'

export const PmsChannelState = defineEnum<ChannelState>('PmsChannelState', 'How a channel stands.', {
  OPENING: 'Everything is about to be sent for the first time.',
  LIVE: 'Everything that was read at the PMS is sent, or about to be.',
  CLOSED: 'Nothing is sold there, since what is known is too old.',
  HELD: 'Nothing is sent, since what is known is too old; what was sent before is still sold.',
  WAITING: 'The channel did not take the last message; it is sent again at `nextAttemptAt`.',
})

export const PmsStaleChoice = defineEnum<WhenStale>(
  'PmsStaleChoice',
  'What happens at a channel when prices and availability of the PMS are too old.',
  { CLOSE: 'Nothing is sold until they are known again.', HOLD: 'What was sent before stays on sale.' },
)

export const PmsRefusalKind = defineEnum<KnownRefusal['kind']>('PmsRefusalKind', 'What a channel did not take.', {
  AVAILABILITY: 'How many rooms of a type are left.',
  RATE: 'Price and restrictions of a rate plan.',
})

@ObjectType({ simpleResolvers: true, description: 'Days of which a channel did not take what it was sent.' })
export class PmsChannelRefusal implements KnownRefusal {
  @Field(() => PmsRefusalKind, { description: 'What it did not take.' })
  kind!: KnownRefusal['kind']

  @Field(() => String, { description: 'Id of the room type or rate plan at the channel.' })
  channelId!: string

  @Field(() => LocalDate, { description: 'First day.' })
  from!: string

  @Field(() => LocalDate, { description: 'Last day.' })
  to!: string

  @Field(() => String, { description: 'Why, in the channel’s words.' })
  reason!: string

  @Field(() => Boolean, { description: 'Whether these days have been closed there since.' })
  isClosed!: boolean
}

@ObjectType({
  simpleResolvers: true,
  description: 'Where a hotel’s prices and availability are sent. They come from its PMS, and nothing comes back.',
})
export class PmsChannel implements ChannelStatus {
  @Field(() => ID, { description: 'Id of the connection.' })
  id!: string

  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the channel, such as `channex`.' })
  channel!: string

  @Field(() => String, { description: 'Key of the provider whose prices are sent.' })
  provider!: string

  @Field(() => String, { description: 'Id of the hotel’s property at the channel.' })
  propertyId!: string

  @Field(() => String, { description: 'ISO 4217 code of its prices; what is in another one is not sold there.' })
  currency!: string

  @Field(() => Boolean, { description: 'Whether anything is sent.' })
  enabled!: boolean

  @Field(() => DateTime, { nullable: true, description: 'Since when nothing is sent; null while it is.' })
  pausedAt!: Date | null

  @Field(() => String, { nullable: true, description: 'Who paused it; null when it is not paused or unknown.' })
  pausedBy!: string | null

  @Field(() => String, { nullable: true, description: 'Why it is paused, in the words of whoever did it.' })
  pausedReason!: string | null

  @Field(() => PmsStaleChoice, { description: 'What happens there when what is known is too old.' })
  whenStale!: WhenStale

  @Field(() => Int, { description: 'Minutes after which prices and availability of the next year are too old.' })
  staleAfterMinutes!: number

  @Field(() => PmsChannelState, { description: 'How it stands.' })
  state!: ChannelState

  @Field(() => String, { nullable: true, description: 'Why it is not live; null when nothing is wrong.' })
  reason!: string | null

  @Field(() => Int, { description: 'Changes that were read at the PMS and not sent yet.' })
  pending!: number

  @Field(() => DateTime, { nullable: true, description: 'When it last took a message; null before the first.' })
  sentAt!: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When it last showed all that it was sent; null: not yet.' })
  confirmedAt!: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When the next message may be sent; null: at once.' })
  nextAttemptAt!: Date | null

  @Field(() => [PmsChannelRefusal], { description: 'What it did not take, and sells no longer.' })
  refused!: KnownRefusal[]
}

@InputType({ description: 'A room type at the PMS and at the channel.' })
export class PmsChannelRoomInput implements MappedRoom {
  @Field(() => String, { description: 'Id of the room type at the PMS.' })
  roomTypeExternalId!: string

  @Field(() => String, { description: 'Id of the room type at the channel.' })
  channelId!: string
}

@InputType({ description: 'A rate plan of a room type, at the PMS and at the channel.' })
export class PmsChannelPlanInput implements MappedPlan {
  @Field(() => String, { description: 'Id of the rate plan at the PMS.' })
  ratePlanExternalId!: string

  @Field(() => String, { description: 'Id of the room type at the PMS.' })
  roomTypeExternalId!: string

  @Field(() => String, { description: 'Id of the rate plan at the channel.' })
  channelId!: string
}

@InputType({ description: 'Identifies a hotel’s connection to a channel.' })
export class PmsChannelKey {
  @Field(() => ID, { description: 'Id of the hotel.' })
  hotelId!: string

  @Field(() => String, { description: 'Key of the channel, such as `channex`.' })
  channel!: string
}

@InputType({ description: 'A channel that nothing is to be sent to.' })
export class PmsChannelPauseInput extends PmsChannelKey {
  @Field(() => String, { nullable: true, description: 'Why, for whoever finds it paused; at most 500 characters.' })
  reason?: string | null
}

@InputType({ description: 'A hotel’s connection to a channel. Stored anew as a whole, and sent anew as a whole.' })
export class PmsChannelInput extends PmsChannelKey implements ChannelInput {
  @Field(() => String, { description: 'Key of the provider whose prices are sent.' })
  provider!: string

  @Field(() => String, { description: 'Id of the hotel’s property at the channel.' })
  propertyId!: string

  @Field(() => String, { description: 'ISO 4217 code of the property’s prices at the channel.' })
  currency!: string

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description:
      'Credentials, such as `{ apiKey }`. Stored encrypted and never returned; left out: those that are stored.',
  })
  credentials?: JsonObject | null

  @Field(() => JsonObjectScalar, {
    nullable: true,
    description: 'Settings, such as `{ baseUrl }` of a test environment. New ones need the credentials again.',
  })
  settings?: JsonObject | null

  @Field(() => [PmsChannelRoomInput], { description: 'Room types that are sold there.' })
  rooms!: PmsChannelRoomInput[]

  @Field(() => [PmsChannelPlanInput], { description: 'Rate plans that are sold there.' })
  plans!: PmsChannelPlanInput[]

  @Field(() => Boolean, { nullable: true, description: 'Whether anything is sent; true if not given.' })
  enabled?: boolean | null

  @Field(() => PmsStaleChoice, { nullable: true, description: 'CLOSE if not given.' })
  whenStale?: WhenStale | null

  @Field(() => Int, { nullable: true, description: 'From 1 minute to 7 days; 180 if not given.' })
  staleAfterMinutes?: number | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'Payload of `connectChannel`, `pauseChannel` and `resumeChannel`.',
})
export class PmsChannelPayload extends Payload {
  @Field(() => PmsChannel, { nullable: true, description: 'The connection as stored.' })
  channel?: PmsChannel | null
}

@ObjectType({ simpleResolvers: true, description: 'Payload of `disconnectChannel`.' })
export class PmsChannelRemovalPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'True when nothing is sent any more.' })
  disconnected?: boolean | null
}
