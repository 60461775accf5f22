import type { ReactNode } from 'react'
import { Pager, type PagerProps } from './pager.tsx'

export interface PagedProps<Row> {
  /** A page of a connection. */
  readonly list: { readonly nodes: readonly Row[]; readonly pageInfo: PagerProps['page'] }
  /** Stands in the place of rows. */
  readonly empty: ReactNode
  readonly onMove: PagerProps['onMove']
  readonly children: (rows: readonly Row[]) => ReactNode
}

/** The rows of a page, or that there are none, with the way to the other pages. */
export function Paged<Row>({ list: { nodes, pageInfo }, empty, onMove, children }: PagedProps<Row>) {
  return (
    <>
      {nodes.length === 0 ? empty : children(nodes)}
      <Pager page={pageInfo} onMove={onMove} />
    </>
  )
}
