import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { StepOutcome } from '../configurations/check-steps.ts'
import { defineEnum } from './common/enum.ts'
import { Payload } from './common/error.ts'
import { DateTime } from './common/scalars.ts'
import { PmsConfiguration } from './configuration.ts'
import { Hotel } from './hotel.ts'
import { PmsSyncLog } from './sync-log.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'Payload of `syncBookings`, `syncRooms`, `syncGuests` and `cancelSync`.',
})
export class PmsSyncPayload extends Payload {
  @Field(() => PmsSyncLog, { nullable: true, description: 'The sync.' })
  syncLog?: PmsSyncLog | null
}

@ObjectType({ simpleResolvers: true, description: 'Payload of `replayFailures`.' })
export class PmsReplayPayload extends Payload {
  @Field(() => PmsSyncLog, {
    nullable: true,
    description: 'The sync that replays the failures; null with `dryRun`.',
  })
  syncLog?: PmsSyncLog | null

  @Field(() => Int, { nullable: true, description: 'Number of failures that are replayed, or with `dryRun` would be.' })
  count?: number | null
}

@ObjectType({ simpleResolvers: true, description: 'Payload of `upsertConfiguration`.' })
export class PmsConfigurationPayload extends Payload {
  @Field(() => PmsConfiguration, { nullable: true, description: 'The configuration as stored.' })
  configuration?: PmsConfiguration | null
}

@ObjectType({ simpleResolvers: true, description: 'Payload of `deleteConfiguration`.' })
export class PmsDeletionPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'True when it was deleted. Data that was synced stays.' })
  deleted?: boolean | null
}

export const PmsTestOutcome = defineEnum<StepOutcome>('PmsTestOutcome', 'Result of a step.', {
  PASSED: 'The step succeeded.',
  WARNING: 'The step succeeded, but something should be corrected.',
  FAILED: 'The step failed, and the test ended.',
  UNKNOWN: 'Not known, since an earlier step or one beside it failed.',
})

@ObjectType({ simpleResolvers: true, description: 'A step of a connection test.' })
export class PmsTestStep {
  @Field(() => String, { description: 'What the step checks.' })
  name!: string

  @Field(() => String, { description: 'Result of the step, for a person.' })
  detail!: string

  @Field(() => PmsTestOutcome, { description: 'Result of the step.' })
  outcome!: StepOutcome
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Answer of `testConfiguration`. `errors` tells a wrong key (PROVIDER_UNAUTHORIZED) from missing rights (PROVIDER_FORBIDDEN), a busy PMS (PROVIDER_RATE_LIMITED) and one that cannot be reached (PROVIDER_UNAVAILABLE, PROVIDER_TIMEOUT).',
})
export class PmsTestPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'True when the PMS accepted the credentials.' })
  ok?: boolean | null

  @Field(() => String, {
    nullable: true,
    description: 'Name of the property at the PMS, to check that it is the right one.',
  })
  propertyName?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'IANA name of the property’s time zone at the PMS, where the PMS tells it.',
  })
  propertyTimeZone?: string | null

  @Field(() => [PmsTestStep], {
    nullable: true,
    description: 'Steps of the test, in order.',
  })
  steps?: PmsTestStep[] | null
}

@ObjectType({ simpleResolvers: true, description: 'Payload of `registerHotel` and `updateHotel`.' })
export class PmsHotelPayload extends Payload {
  @Field(() => Hotel, { nullable: true, description: 'The hotel; see `pmsRegistration`.' })
  hotel?: Hotel | null
}

@ObjectType({ simpleResolvers: true, description: 'Payload of `removeHotel`.' })
export class PmsHotelRemovalPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Id of the hotel that is no longer here.' })
  removedHotelId?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'Payload of `revealPersonalData`.' })
export class PmsRevealPayload extends Payload {
  @Field(() => DateTime, { nullable: true, description: 'When it was noted.' })
  revealedAt?: Date | null
}

/** What a resolver returns of a payload; `errors` come from what it throws. */
export type Result<P extends Payload> = Omit<P, keyof Payload>
