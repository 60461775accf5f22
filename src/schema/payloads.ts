import { Field, Int, ObjectType } from 'type-graphql'
import type { StepOutcome } from '../configurations/check-steps.ts'
import { defineEnum } from './common/enum.ts'
import { Payload } from './common/error.ts'
import { PmsConfiguration } from './configuration.ts'
import { Hotel } from './hotel.ts'
import { PmsSyncLog } from './sync-log.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'Answer of `syncBookings`, `syncRooms`, `syncGuests` and `cancelSync`.',
})
export class PmsSyncPayload extends Payload {
  @Field(() => PmsSyncLog, { nullable: true, description: 'The run.' })
  syncLog?: PmsSyncLog | null
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `replayFailures`.' })
export class PmsReplayPayload extends Payload {
  @Field(() => PmsSyncLog, {
    nullable: true,
    description: 'The run that takes the failures once more; null with `dryRun`.',
  })
  syncLog?: PmsSyncLog | null

  @Field(() => Int, { nullable: true, description: 'How many failures it takes, or with `dryRun` would take.' })
  count?: number | null
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `upsertConfiguration`.' })
export class PmsConfigurationPayload extends Payload {
  @Field(() => PmsConfiguration, { nullable: true, description: 'The configuration as stored.' })
  configuration?: PmsConfiguration | null
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `deleteConfiguration`.' })
export class PmsDeletionPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'True when it was deleted. What it brought stays.' })
  deleted?: boolean | null
}

export const PmsTestOutcome = defineEnum<StepOutcome>('PmsTestOutcome', 'What came of a step.', {
  PASSED: 'It went well.',
  FAILED: 'It did not; the test ended here.',
  UNKNOWN: 'What failed before it, or beside it, leaves it open.',
})

@ObjectType({ simpleResolvers: true, description: 'Something that was tried.' })
export class PmsTestStep {
  @Field(() => String, { description: 'What was tried.' })
  name!: string

  @Field(() => String, { description: 'What came of it.' })
  detail!: string

  @Field(() => PmsTestOutcome, { description: 'The same for a program.' })
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
    description: 'Name of the property at the PMS, for a person to recognise it.',
  })
  propertyName?: string | null

  @Field(() => [PmsTestStep], {
    nullable: true,
    description: 'What was tried, in order; how far it got when the PMS did not accept it.',
  })
  steps?: PmsTestStep[] | null
}

@ObjectType({ simpleResolvers: true, description: 'Answer of `registerHotel`.' })
export class PmsHotelPayload extends Payload {
  @Field(() => Hotel, { nullable: true, description: 'The hotel; see `pmsRegistration`.' })
  hotel?: Hotel | null
}

/** What a resolver returns of a payload; `errors` come from what it throws. */
export type Result<P extends Payload> = Omit<P, keyof Payload>
