import type { PmsFailureResolution } from '../../gql/graphql.ts'

export const RESOLUTIONS = {
  REPLAYED: 'Stored by a replay',
  SYNCED: 'Stored by a later sync',
  SUPERSEDED: 'Failed again: see the newer failure',
} as const satisfies Record<PmsFailureResolution, string>
