import { badUserInput } from '../../errors.ts'
import type { Order } from '../../schema/inputs/order.ts'
import { MAX_PAGE_SIZE, type PageArgs } from '../../schema/inputs/page.ts'
import type { CursorCodec, Position } from './cursor.ts'
import type { ListIdentity, Parent } from './list.ts'

/** What any list takes. */
export interface ListArgs<Filter> extends PageArgs {
  filter?: Partial<Filter> | null
  orderBy?: Order | null
}

/** The arguments of a Relay connection, checked and decoded. */
export interface PageRequest {
  readonly orderBy: Order
  readonly limit: number
  /** By `last` and not by `first`: counted from the end of the list. */
  readonly isBackward: boolean
  readonly after: Position | null
  readonly before: Position | null
}

/**
 * @param selectsRows whether rows of the page are selected; else nobody needs to say how many
 * @throws PmsIntegrationError BAD_USER_INPUT that names the argument
 */
export function parsePageRequest<Filter>(
  list: ListIdentity,
  parent: Parent,
  args: ListArgs<Filter>,
  cursors: CursorCodec,
  selectsRows: boolean,
): PageRequest {
  const { first, last, after, before } = args
  if (isGiven(first) && isGiven(last)) throw badUserInput('last', 'Use either `first` or `last`, not both.')
  if (selectsRows && !isGiven(first) && !isGiven(last)) throw badUserInput('first', HOW_MANY)
  const orderBy = args.orderBy ?? list.defaultOrder
  const scope = cursorScope(list, parent, orderBy)
  return {
    orderBy,
    limit: isGiven(last) ? pageSize('last', last) : pageSize('first', first ?? SMALLEST_PAGE),
    isBackward: isGiven(last),
    after: isGiven(after) ? cursors.decode(after, scope, 'after') : null,
    before: isGiven(before) ? cursors.decode(before, scope, 'before') : null,
  }
}

const HOW_MANY = `Set \`first\` or \`last\` to the number of items, at most ${MAX_PAGE_SIZE}.`
/** A row is enough to know that the list's parent is there. */
const SMALLEST_PAGE = 1

/** Where a cursor is valid. The filter is no part of it: a position stays one when the list narrows. */
export function cursorScope(list: ListIdentity, parent: Parent, { field, direction }: Order): string[] {
  return [list.name, field, direction, ...Object.entries(parent).flat()]
}

function pageSize(field: string, size: number): number {
  if (size < 0 || size > MAX_PAGE_SIZE) throw badUserInput(field, `\`${field}\` has to be from 0 to ${MAX_PAGE_SIZE}.`)
  return size
}

const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined
