import { z } from 'zod'
import { PmsIntegrationError } from '../../../errors.ts'
import { unknownCursor } from '../../transport/cursor.ts'
import { call } from '../client.ts'
import { MAX_COUNT } from '../limits.ts'
import type { MewsContext } from '../settings.ts'

/** An operation that answers with a list, and where in the answer the list is. */
export interface List {
  readonly operation: string
  readonly field: string
}

export const RESERVATIONS: List = { operation: 'reservations/getAll/2023-06-06', field: 'Reservations' }
export const RESOURCES: List = { operation: 'resources/getAll', field: 'Resources' }
export const CUSTOMERS: List = { operation: 'customers/getAll', field: 'Customers' }

/** A stretch of a list, newest items first. */
export interface ListPage {
  readonly items: readonly unknown[]
  /** See `FetchedPage.gone`. */
  readonly gone?: readonly string[]
  /** The item to go on after; null at the end of the list. */
  readonly after: string | null
}

/** A query that Mews finds too heavy is asked again for a fifth as much, down to about this. */
const SMALLEST_COUNT = 10

/**
 * Reads one page, a smaller one where the vendor takes too long. `Cursor` names the oldest item of an answer and stands in
 * a short last answer too, so the end is known by the count.
 * @throws PmsIntegrationError PROVIDER_CURSOR_INVALID when the vendor does not take the item to go on after
 */
export async function readPage(
  ctx: MewsContext,
  list: List,
  parameters: object,
  { after, count }: { after: string | null; count: number },
): Promise<ListPage> {
  const Limitation = { Count: count, ...(after !== null && { Cursor: after }) }
  try {
    const { items, cursor } = await call(ctx, list.operation, { ...parameters, Limitation }, pageIn(list.field))
    return { items, after: items.length < count ? null : cursor }
  } catch (error) {
    if (codeOf(error) === 'PROVIDER_TIMEOUT' && count > SMALLEST_COUNT)
      return readPage(ctx, list, parameters, { after, count: Math.ceil(count / 5) })
    throw after !== null && isBadRequest(error) ? unknownCursor() : error
  }
}

const page = z.object({
  items: z
    .array(z.unknown())
    .nullable()
    .transform((items) => items ?? []),
  cursor: z
    .string()
    .nullish()
    .transform((cursor) => cursor ?? null),
})
const object = z.record(z.string(), z.unknown()).catch({})

const pageIn = (field: string) =>
  z.preprocess((answer) => {
    const { [field]: items, Cursor: cursor } = object.parse(answer)
    return { items, cursor }
  }, page)

/** Reads a list to its end. */
export async function readAll(ctx: MewsContext, list: List, parameters: object): Promise<unknown[]> {
  const items: unknown[] = []
  let after: string | null = null
  do {
    const page: ListPage = await readPage(ctx, list, parameters, { after, count: MAX_COUNT })
    if (page.after !== null && page.after === after) throw endless(list)
    items.push(...page.items)
    after = page.after
  } while (after !== null)
  return items
}

/** Reads what belongs to these ids, in as few requests as the vendor allows. */
export async function readByIds(
  ctx: MewsContext,
  list: List,
  filter: string,
  ids: Iterable<string | null | undefined>,
  parameters: object = {},
): Promise<unknown[]> {
  const wanted = [...new Set(ids)].filter((id) => id != null)
  const items: unknown[] = []
  for (let first = 0; first < wanted.length; first += MAX_COUNT) {
    const batch = wanted.slice(first, first + MAX_COUNT)
    items.push(...(await readAll(ctx, list, { ...parameters, [filter]: batch })))
  }
  return items
}

const codeOf = (error: unknown) => (error instanceof PmsIntegrationError ? error.code : null)
const isBadRequest = (error: unknown) => error instanceof PmsIntegrationError && error.details.status === 400

const endless = ({ operation }: List) =>
  new PmsIntegrationError('PROVIDER_BAD_RESPONSE', `The list of ${operation} does not go on after its last item.`)
