import type { Event } from './query.ts'

const NOUNS = { BOOKING: 'Booking', ROOM: 'Room', GUEST: 'Guest' } as const

/** `Booking B-1` */
export const subjectName = ({ entityType, externalId }: Event['subjects'][number]) =>
  `${NOUNS[entityType]} ${externalId}`
