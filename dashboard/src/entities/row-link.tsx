import type { ReactNode } from 'react'
import type { PmsEntityType } from '../gql/graphql.ts'
import { TextLink } from '../ui/actions/link.tsx'
import { slugOf } from './registry.ts'

interface RowLinkProps {
  readonly type: PmsEntityType
  readonly hotelId: string
  readonly id: string
  readonly children: ReactNode
}

/** The way to the page of a stored row. */
export function RowLink({ type, hotelId, id, children }: RowLinkProps) {
  return (
    <TextLink to="/hotels/$hotelId/$entities/$id" params={{ hotelId, entities: slugOf(type), id }}>
      {children}
    </TextLink>
  )
}
