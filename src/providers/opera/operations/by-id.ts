import { PmsIntegrationError } from '../../../errors.ts'
import { ID_BATCH } from '../limits.ts'

/** How items are found by id: many in one search, and one alone, in another shape. */
export interface Source {
  search(ids: readonly string[]): Promise<readonly unknown[]>
  identify(row: unknown): string | null
  /** Null where the hotel has it no longer. */
  readOne(id: string): Promise<unknown | null>
}

export interface FoundById {
  readonly items: readonly unknown[]
  /** Those that the vendor has and does not show, and what it says instead. */
  readonly refused: ReadonlyMap<string, PmsIntegrationError>
}

/**
 * Items by id, in the shape of the search, so that they look the same whichever way they came. What the search does not
 * find, and all where it refuses one of them, is asked for alone; what the hotel no longer has is left out.
 */
export async function findByIds(source: Source, ids: readonly string[]): Promise<FoundById> {
  const items: unknown[] = []
  const refused = new Map<string, PmsIntegrationError>()
  for (let i = 0; i < ids.length; i += ID_BATCH) {
    const batch = ids.slice(i, i + ID_BATCH)
    const rows = await source.search(batch).catch((error) => {
      if (!isRefusal(error)) throw error
      return []
    })
    const found = new Map(rows.map((row) => [source.identify(row), row]))
    for (const id of batch) {
      const item = found.get(id) ?? (await readOne(source, id, refused))
      if (item !== null) items.push(item)
    }
  }
  return { items, refused }
}

async function readOne(source: Source, id: string, refused: Map<string, PmsIntegrationError>): Promise<unknown | null> {
  try {
    return await source.readOne(id)
  } catch (error) {
    if (!isRefusal(error)) throw error
    refused.set(id, error)
    return null
  }
}

/** @throws PmsIntegrationError why the vendor does not show it */
export function onlyOne({ items, refused }: FoundById): unknown | null {
  for (const error of refused.values()) throw error
  return items[0] ?? null
}

/**
 * All of them, with one for each that is not shown, which is kept as a failure: it is neither gone nor decides over the
 * others. Where the vendor shows none at all, it is the operation that it refuses.
 * @param nameOf the item with nothing but its id
 */
export function withRefused({ items, refused }: FoundById, nameOf: (id: string) => object): unknown[] {
  const [first] = refused.values()
  if (items.length === 0 && first !== undefined && refused.size > 1) throw first
  return [...items, ...[...refused].map(([id, { code, message }]) => ({ ...nameOf(id), refused: { code, message } }))]
}

const REFUSALS: ReadonlySet<string> = new Set(['PROVIDER_REJECTED', 'PROVIDER_FORBIDDEN', 'PROVIDER_BAD_RESPONSE'])

export const isRefusal = (error: unknown): error is PmsIntegrationError =>
  error instanceof PmsIntegrationError && REFUSALS.has(error.code)
