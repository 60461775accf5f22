/** The kinds of thing that are synced. Adding one is a file in each layer, never a change to the engine. */
export const ENTITY_TYPES = ['BOOKING', 'ROOM', 'GUEST'] as const
export type EntityType = (typeof ENTITY_TYPES)[number]
