import { listTypes } from '../../entities/registry.ts'
import type { PmsErrorClass } from '../../gql/graphql.ts'
import type { FleetHotel, Freshness } from './query.ts'

/** Entity types of a hotel that have one problem. */
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

/** The problems of a hotel, the worst first: types with the same one are one issue. */
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
      what: listTypes(all.map(({ entityType }) => entityType)),
      since: all.flatMap(({ since }) => since ?? []).sort()[0] ?? null,
    }
  })
}

interface Words {
  readonly wrong: string
  readonly next: string
}

/** @param pms name of the PMS */
export function describeIssue({ state, errorClass }: Issue, pms: string): Words {
  if (errorClass !== null) return FAILURES[errorClass](pms)
  return STATES[state as keyof typeof STATES]
}

const STATES = {
  FAILING: {
    wrong: 'The last syncs failed.',
    next: 'Open the last syncs to see why.',
  },
  STALE: {
    wrong: 'Two scheduled syncs in a row have not completed.',
    next: 'Open the last syncs, and start one if none is running.',
  },
  LATE: {
    wrong: 'The scheduled sync has not completed yet.',
    next: 'It usually catches up within minutes.',
  },
  NEVER: {
    wrong: 'No complete sync yet.',
    next: 'Start a sync, or wait for the first scheduled one.',
  },
} as const satisfies Partial<Record<Freshness['state'], Words>>

const internal = () => ({
  wrong: 'This service has an internal error.',
  next: 'Report the code to support.',
})

const FAILURES: Record<PmsErrorClass, (pms: string) => Words> = {
  AUTH: (pms) => ({
    wrong: `${pms} no longer accepts the credentials.`,
    next: 'Enter the credentials again.',
  }),
  PERMISSION: (pms) => ({
    wrong: `The account at ${pms} lacks a permission.`,
    next: `Ask whoever manages ${pms} to grant it.`,
  }),
  RATE: (pms) => ({
    wrong: `${pms} allows fewer requests than the schedule makes.`,
    next: 'Sync less often.',
  }),
  PROVIDER: (pms) => ({
    wrong: `${pms} does not respond as expected.`,
    next: `It is retried on schedule. If it persists, contact ${pms} support.`,
  }),
  DATA: (pms) => ({
    wrong: `Data from ${pms} cannot be stored.`,
    next: 'Open the failed items and correct them in the PMS.',
  }),
  CONFIGURATION: (pms) => ({
    wrong: `The connection to ${pms} is not configured correctly.`,
    next: 'Check its settings.',
  }),
  INTERNAL: internal,
  OURS: internal,
}
