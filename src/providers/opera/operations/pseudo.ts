import { z } from 'zod'

const pseudo = z.object({
  roomType: z.object({ pseudoRoom: z.literal(true) }).or(z.object({ pseudo: z.literal(true) })),
})

/** Rooms that exist in the books only, to post charges on. */
export const isPseudo = (room: unknown): boolean => pseudo.safeParse(room).success
