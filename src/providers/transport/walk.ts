import type { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import type { FetchedPage } from '../provider.ts'
import { readCursor } from './cursor.ts'

/** What a step of a walk found, and where the walk stands after it; null at its end. */
export interface Step<Position> {
  readonly items: readonly unknown[]
  readonly next: Position | null
  /** See {@link FetchedPage.gone}. */
  readonly gone?: readonly string[] | undefined
  /** Items in the whole walk, where the vendor says. */
  readonly total?: number | undefined
  /** See {@link FetchedPage.waitMs}. */
  readonly waitMs?: number | undefined
}

/**
 * A walk is a chain of steps, each from a position that can be written down: any process can go on from any cursor.
 * Steps that find nothing are not pages, but for the last one and those after which there is a wait.
 * @param start null when there is nothing to walk through
 */
export async function* walk<T extends z.ZodType<object>>(
  position: T,
  cursor: string | null,
  start: () => z.output<T> | null,
  step: (at: z.output<T>) => Promise<Step<z.output<T>>>,
): AsyncGenerator<FetchedPage> {
  let at: z.output<T> | null = cursor === null ? start() : readCursor(position, cursor)
  if (at === null) yield { items: [], cursor: null }
  while (at !== null) {
    const { items, gone = [], next, waitMs }: Step<z.output<T>> = await step(at)
    const isPage = items.length > 0 || gone.length > 0 || next === null || waitMs !== undefined
    const said = { ...(waitMs !== undefined && { waitMs }), ...(gone.length > 0 && { gone }) }
    if (isPage) yield { items, cursor: next && JSON.stringify(next), ...said }
    at = next
  }
}

/** Walks by the vendor's own cursors, which are kept as they are. */
export async function* walkByCursor(
  cursor: string | null,
  step: (after: string | null) => Promise<Step<string>>,
): AsyncGenerator<FetchedPage> {
  let after = cursor
  do {
    const { items, next, total }: Step<string> = await step(after)
    if (next !== null && next === after) throw standsStill()
    after = next
    yield { items, cursor: next, ...(total !== undefined && { total }) }
  } while (after !== null)
}

const standsStill = () =>
  new PmsIntegrationError('PROVIDER_BAD_RESPONSE', 'The PMS answers with the cursor that it was asked for.')
