import { PmsIntegrationError } from '../../../errors.ts'
import { codeOfGraphqlError, failureOf, type GraphqlError, vendorCodeOf } from './errors.ts'
import type { GraphqlAnswer } from './graphql.ts'

/** Marks an item of which the vendor could not deliver everything. */
const MARK = 'graphqlErrors'

/**
 * The items of a list in a partial answer. One that an error touches is marked, so that it is quarantined rather than
 * stored with holes; an error that concerns no single item fails the page, since nobody knows what it took away.
 * @param path where the list stands in `data`, such as `['reservations', 'edges']`
 * @param itemOf reads the item out of an element, such as the node of an edge
 */
export function listOf(
  { errors }: GraphqlAnswer<unknown>,
  list: readonly unknown[],
  path: readonly string[],
  itemOf: (element: unknown) => unknown = (element) => element,
): unknown[] {
  const strays = errors.filter((error) => indexUnder(path, error) === null)
  if (strays.length > 0) throw failureOf(strays)
  const errorsAt = Map.groupBy(errors, (error) => indexUnder(path, error))
  return list.map((element, index) => marked(itemOf(element), errorsAt.get(index), path.length + 1))
}

/**
 * An item that {@link listOf} delivered, if it is whole; what normalises items of a GraphQL vendor looks through this.
 * @throws PmsIntegrationError RECORD_INVALID
 */
export function wholeItem(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || !(MARK in raw)) return raw
  const [first] = raw[MARK] as { code: string; path: string }[]
  const field = first?.path || 'item'
  throw new PmsIntegrationError('RECORD_INVALID', `The PMS could not deliver ${field} (${first?.code})`, { field })
}

function indexUnder(path: readonly string[], { path: at }: GraphqlError): number | null {
  const isUnder = path.every((name, i) => at?.[i] === name)
  const index = at?.[path.length]
  return isUnder && typeof index === 'number' ? index : null
}

function marked(item: unknown, errors: readonly GraphqlError[] | undefined, depth: number): unknown {
  if (errors === undefined) return item
  const marks = errors.map((error) => ({
    code: vendorCodeOf(error) ?? codeOfGraphqlError(error),
    path: (error.path ?? []).slice(depth).join('.'),
  }))
  return { ...(typeof item === 'object' ? item : { item }), [MARK]: marks }
}
