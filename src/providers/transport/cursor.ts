import type { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'

/** For a cursor with which a walk cannot go on; the engine then begins the walk again. */
export const unknownCursor = () =>
  new PmsIntegrationError('PROVIDER_CURSOR_INVALID', 'The PMS no longer knows this cursor.')

/** Reads a cursor that {@link walk} wrote. @throws PmsIntegrationError PROVIDER_CURSOR_INVALID */
export function readCursor<T extends z.ZodType>(position: T, cursor: string): z.output<T> {
  try {
    return position.parse(JSON.parse(cursor))
  } catch {
    throw unknownCursor()
  }
}
