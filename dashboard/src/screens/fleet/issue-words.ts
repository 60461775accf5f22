import type { PmsErrorClass } from '../../gql/graphql.ts'
import { ENTITY_NAMES } from '../../ui/words.ts'
import type { FleetHotel, Freshness } from './query.ts'

/** Lines of a hotel that have one cause. */
export interface Issue {
  readonly key: string
  readonly hotel: FleetHotel
  readonly provider: string
  readonly state: Freshness['state']
  /** `Bookings, rooms` */
  readonly what: string
  readonly since: string | null
  readonly code: string | null
  readonly errorClass: PmsErrorClass | null
}

const QUIET: readonly Freshness['state'][] = ['FRESH', 'PAUSED']

/** What is wrong with a hotel, the worst first: types that suffer from the same are one issue. */
export function issuesOf(hotel: FleetHotel): Issue[] {
  const lines = hotel.freshness.filter(({ state }) => !QUIET.includes(state))
  const causes = Map.groupBy(lines, ({ provider, state, lastErrorCode }) => `${provider} ${state} ${lastErrorCode}`)
  return [...causes].flatMap(([cause, [first, ...others]]) => {
    if (first === undefined) return []
    const { provider, state, lastErrorCode: code, lastErrorClass } = first
    const all = [first, ...others]
    return {
      ...{ key: `${hotel.hotelId} ${cause}`, hotel, provider, state, code },
      errorClass: state === 'FAILING' ? (lastErrorClass ?? null) : null,
      what: all.map(({ entityType }) => ENTITY_NAMES[entityType]).join(', '),
      since: all.flatMap(({ since }) => since ?? []).sort()[0] ?? null,
    }
  })
}

interface Words {
  readonly wrong: string
  readonly next: string
}

/** @param system name of the PMS */
export function describeIssue({ state, errorClass }: Issue, system: string): Words {
  if (errorClass !== null) return FAILURES[errorClass](system)
  return STATES[state as keyof typeof STATES]
}

const STATES = {
  FAILING: {
    wrong: 'The last syncs failed one after the other.',
    next: 'Look at the last syncs to see why.',
  },
  STALE: {
    wrong: 'Two syncs that were due have not come through.',
    next: 'Look at the last syncs; start one by hand if none is running.',
  },
  LATE: {
    wrong: 'The sync that was due has not come through yet.',
    next: 'Mostly it catches up by itself within minutes.',
  },
  NEVER: {
    wrong: 'Nothing complete has been brought yet.',
    next: 'Start a sync, or wait for the first one on schedule.',
  },
} as const satisfies Partial<Record<Freshness['state'], Words>>

const FAILURES: Record<PmsErrorClass, (system: string) => Words> = {
  AUTH: (system) => ({
    wrong: `${system} no longer accepts the access data.`,
    next: 'Enter the access data again.',
  }),
  PERMISSION: (system) => ({
    wrong: `The account at ${system} lacks a right that this needs.`,
    next: `Ask whoever manages ${system} to grant it.`,
  }),
  RATE: (system) => ({
    wrong: `${system} asks for fewer requests than the schedule makes.`,
    next: 'Sync less often.',
  }),
  PROVIDER: (system) => ({
    wrong: `${system} does not answer as it should.`,
    next: `It is tried again on schedule. If it lasts, ask the support of ${system}.`,
  }),
  DATA: (system) => ({
    wrong: `What ${system} sends cannot be stored.`,
    next: 'Look at the items that failed and correct them there.',
  }),
  CONFIGURATION: (system) => ({
    wrong: `The connection to ${system} is set up wrongly.`,
    next: 'Check its settings.',
  }),
  OURS: () => ({
    wrong: 'This service made a mistake.',
    next: 'Tell your support the code.',
  }),
}
