import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import type { ComponentType } from 'react'
import type { PmsEntityType, PmsSyncInput, StartedSyncFragment } from '../gql/graphql.ts'
import { DetailsScreen, type DetailsSpec } from './details/details-screen.tsx'
import type { StoredRow } from './details/history.ts'
import type { FilterSpecs } from './list/filters.ts'
import { ListScreen, type ListSpec } from './list/list-screen.tsx'
import type { ListSearch } from './list/search.ts'

/** What the dashboard can do with an entity type. */
export interface Entity {
  readonly type: PmsEntityType
  readonly List: ComponentType<ListProps>
  readonly Details: ComponentType<DetailsProps>
  /** Starts a sync of this type alone. */
  readonly sync: SyncDocument
  /** The stored row of an id at the PMS, if there is one. */
  readonly find: FindDocument
}

export interface ListProps {
  readonly hotelId: string
  /** Filters, order and page, as the address holds them. */
  readonly search: ListSearch
  readonly onSearch: (change: ListSearch) => void
}

export interface DetailsProps {
  readonly hotelId: string
  readonly id: string
}

export type SyncDocument = TypedDocumentNode<{ readonly sync: StartedSyncFragment }, { readonly input: PmsSyncInput }>

export type FindDocument = TypedDocumentNode<
  { readonly rows: { readonly nodes: readonly { readonly id: string }[] } },
  { hotelId: string; first: number; filter: { provider: string; externalId: string; includeDeleted: boolean } }
>

interface EntitySpec<
  Row extends { readonly id: string },
  Filters extends FilterSpecs,
  Filter,
  Field extends string,
  Detail extends StoredRow,
> {
  readonly type: PmsEntityType
  readonly list: ListSpec<Row, Filters, Filter, Field>
  readonly details: DetailsSpec<Detail>
  readonly sync: SyncDocument
}

/** Makes the pages of an entity type of what is particular to it. */
export function defineEntity<
  Row extends { readonly id: string },
  Filters extends FilterSpecs,
  Filter,
  Field extends string,
  Detail extends StoredRow,
>({ type, list, details, sync }: EntitySpec<Row, Filters, Filter, Field, Detail>): Entity {
  return {
    ...{ type, sync },
    find: list.document as unknown as FindDocument,
    List: (props) => <ListScreen type={type} spec={list} {...props} />,
    Details: (props) => <DetailsScreen type={type} spec={details} {...props} />,
  }
}
