import type { PmsEntityType, PmsFailureResolution } from '../../gql/graphql.ts'

export const ITEM_NAMES = {
  BOOKING: 'Booking',
  ROOM: 'Room',
  GUEST: 'Guest',
} as const satisfies Record<PmsEntityType, string>

export const RESOLUTIONS = {
  REPLAYED: 'Stored by a replay',
  SYNCED: 'Stored by a later sync',
  SUPERSEDED: 'Failed again: a newer failure stands for it',
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
export const whatIsWrong = ({ path, reason }: { path?: string | null | undefined; reason: string }) =>
  path ? `${fieldName(path)}: ${reason}` : asSentence(reason)

const asSentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** What an item is called by: its id at the system, where even that could be read. */
export const itemName = ({
  entityType,
  externalId,
}: {
  entityType: PmsEntityType
  externalId?: string | null | undefined
}) => `${ITEM_NAMES[entityType]} ${externalId ?? 'without a readable id'}`
