import type { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import type { FetchedPage } from '../provider.ts'

/** What a step of a walk found, and where the walk stands after it; null at its end. */
export interface Step<Place> {
  readonly items: readonly unknown[]
  readonly next: Place | null
}

/** A walk is a chain of steps, each from a place that can be written down: any process can go on from any cursor. */
export async function* walkFrom<T extends z.ZodType<object>>(
  place: T,
  cursor: string | null,
  start: () => z.output<T>,
  step: (at: z.output<T>) => Promise<Step<z.output<T>>>,
): AsyncGenerator<FetchedPage> {
  let at: z.output<T> | null = cursor === null ? start() : readCursor(cursor, place)
  while (at !== null) {
    const { items, next } = await step(at)
    if (items.length > 0 || next === null) yield { items, cursor: next && JSON.stringify(next) }
    at = next
  }
}

function readCursor<T extends z.ZodType>(cursor: string, place: T): z.output<T> {
  try {
    return place.parse(JSON.parse(cursor))
  } catch {
    throw new PmsIntegrationError('PROVIDER_CURSOR_INVALID', 'This cursor is no place in a list of OPERA Cloud.')
  }
}
