import type { PmsFailureResolution } from '../../gql/graphql.ts'

export const RESOLUTIONS = {
  REPLAYED: 'Stored by a replay',
  SYNCED: 'Stored by a later sync',
  SUPERSEDED: 'Failed again: see the newer failure',
} as const satisfies Record<PmsFailureResolution, string>

/** `Room number` for `roomNumber`, `Amenities 2` for `amenities.2`. */
export const fieldName = (path: string) =>
  asSentence(
    path
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll('.', ' ')
      .toLowerCase(),
  )

/** `Room number: must not be empty`. */
export const describeReason = ({ path, reason }: { path?: string | null | undefined; reason: string }) =>
  path ? `${fieldName(path)}: ${reason}` : asSentence(reason)

const asSentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
