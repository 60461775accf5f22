import type { EntitySchema } from '@mikro-orm/core'
import type { Order } from '../../schema/inputs/order.ts'
import type { PageRow } from './page-query.ts'

/** Adds a parameter to the statement being written; returns its placeholder. */
export type Bind = (value: unknown) => string

/** SQL of a condition on the row `t`; anything falsy is no condition. */
export type Condition = string | false | null | undefined

/** What a cursor knows of its list. */
export interface ListIdentity {
  /** Names the list in cursors. */
  readonly name: string
  readonly defaultOrder: Order
}

/** A list that can be paged: where its rows are, what narrows it, what orders it. */
export interface List<Row, Filter> extends ListIdentity {
  readonly table: string
  readonly entity: EntitySchema & { readonly '~entity': Row }
  /** Columns that a parent may fix, such as the hotel, with their types. */
  readonly parents: Readonly<Record<string, 'text' | 'uuid'>>
  /** Filters by which first pages in the default order stay prepared: see `isPrepared`. Absent: no page of the list does. */
  readonly preparedFilters?: readonly (keyof Filter)[]
  /**
   * What the same statement joins where a field of this name is selected; see joined-fields.ts. Then only the columns that
   * are selected are read.
   */
  readonly joins?: Readonly<Record<string, Relation>>
  /** What the same statement lays over its rows where a field of it is selected. */
  readonly overlay?: Overlay
  where(filter: Partial<Filter>, bind: Bind): Condition[]
}

/** Rows of another table, at most one to a row of the list: of its hotel and provider, by the external id that it has. */
export interface Relation {
  readonly table: string
  readonly entity: EntitySchema
  /** Property of the list's row that has the other's external id. */
  readonly externalId: string
}

/** Fields of a list's rows that are made of any number of rows of other tables. */
export interface Overlay {
  /** Each with the properties of the row that it is made of. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** @param selected those of its fields that are selected, with what is selected below each */
  read(selected: ReadonlyMap<string, ReadonlySet<string>>): Overlaid
}

/** Parts of a page's statement, and what becomes of its rows. SQL may refer to the `parent` and to the rows of its `page`. */
export interface Overlaid {
  /** Joined to the parent, before its page is read; empty: nothing. */
  ofParent(): string
  /** Joined to each row, which may come several times then. */
  ofRow(): string
  /** What is read of both. Tells two of them apart. */
  readonly columns: readonly string[]
  /** In which order a row comes several times. */
  readonly order: string
  /** Gives the fields to the rows, each of which is there once then. */
  lay(rows: readonly PageRow[]): PageRow[]
}

/** What a parent fixes: property → value. */
export type Parent = Readonly<Record<string, string>>
