import type { EntitySchema } from '@mikro-orm/core'
import type { Order } from '../../schema/inputs/order.ts'

/** Adds a parameter to the statement being written; returns its placeholder. */
export type Bind = (value: unknown) => string

/** SQL of a condition on the row `t`; anything falsy is no condition. */
export type Condition = string | false | null | undefined

/** Rows of another table, at most one to a row of the list: of its hotel and provider, and called as it says. */
export interface Relation {
  readonly table: string
  readonly entity: EntitySchema
  /** Property of the list's row that has the other's external id. */
  readonly externalId: string
}

/** What a cursor knows of its list. */
export interface NamedList {
  /** Names the list in cursors. */
  readonly name: string
  readonly defaultOrder: Order
}

/** A list that can be paged: where its rows are, what narrows it, what orders it. */
export interface List<Row, Filter> extends NamedList {
  readonly table: string
  readonly entity: EntitySchema & { readonly '~entity': Row }
  /** Columns that a parent may fix, such as the hotel, with their types. */
  readonly parents: Readonly<Record<string, 'text' | 'uuid'>>
  /** Filters by which pages in the default order are hot: see hot-page.ts. Not given: no page of the list is. */
  readonly hotFilters?: readonly (keyof Filter)[]
  /**
   * What is read along in the same statement where a field of this name is selected; see read-along.ts.
   * Then only the columns that are selected are read.
   */
  readonly along?: Readonly<Record<string, Relation>>
  where(filter: Partial<Filter>, bind: Bind): Condition[]
}

/** What a parent fixes: property → value. */
export type Parent = Readonly<Record<string, string>>
