import { badUserInput } from '../../errors.ts'
import type { Order } from '../../schema/inputs/order.ts'
import { MAX_PAGE_SIZE, type PageArgs } from '../../schema/inputs/page.ts'
import type { CursorCodec, Position } from './cursor.ts'
import type { NamedList, Parent } from './list.ts'

/** What any list takes. */
export interface ListArgs<Filter> extends PageArgs {
  filter?: Partial<Filter> | null
  orderBy?: Order | null
}

/** A page, asked for in order. */
export interface Window {
  readonly order: Order
  readonly size: number
  /** Counted from the end of the list. */
  readonly fromEnd: boolean
  readonly after: Position | null
  readonly before: Position | null
}

/**
 * @param shows whether rows of the page are asked for; else nobody needs to say how many
 * @throws PmsIntegrationError BAD_USER_INPUT that names the argument
 */
export function readWindow<Filter>(
  list: NamedList,
  parent: Parent,
  args: ListArgs<Filter>,
  cursors: CursorCodec,
  shows: boolean,
): Window {
  const { first, last, after, before } = args
  if (isGiven(first) && isGiven(last)) throw badUserInput('last', 'cannot be given together with first')
  if (shows && !isGiven(first) && !isGiven(last)) throw badUserInput('first', HOW_MANY)
  const order = args.orderBy ?? list.defaultOrder
  const binding = bindingOf(list, parent, order)
  return {
    order,
    size: isGiven(last) ? pageSize('last', last) : pageSize('first', first ?? SMALLEST_PAGE),
    fromEnd: isGiven(last),
    after: isGiven(after) ? cursors.open(after, binding, 'after') : null,
    before: isGiven(before) ? cursors.open(before, binding, 'before') : null,
  }
}

const HOW_MANY = `is needed, or last: say how many, at most ${MAX_PAGE_SIZE}`
/** A row is enough to know that the list's parent is there. */
const SMALLEST_PAGE = 1

/** What a cursor of this list is good for. The filter is not part of it: a position stays one when the list narrows. */
export function bindingOf(list: NamedList, parent: Parent, order: Order): string[] {
  return [list.name, order.field, order.direction, ...Object.entries(parent).flat()]
}

function pageSize(field: string, size: number): number {
  if (size < 0 || size > MAX_PAGE_SIZE) throw badUserInput(field, `must be from 0 to ${MAX_PAGE_SIZE}`)
  return size
}

const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined
