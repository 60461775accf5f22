import { useQuery } from '@apollo/client/react'
import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { graphql } from '../../gql/gql.ts'
import type { HotelFrameQuery } from '../../gql/graphql.ts'
import { ButtonLink } from '../actions/link.tsx'
import { HotelTabs } from './hotel-tabs.tsx'
import { Notice } from './notice.tsx'
import { Page } from './page.tsx'
import { PageState } from './page-state.tsx'

const document = graphql(`
  query HotelFrame($ids: [ID!]!) {
    registrations(first: 1, filter: { hotelIds: $ids }) {
      nodes {
        name
        slug
        timeZone
        currency
        version
        hotel {
          id
        }
      }
    }
  }
`)

export type FramedHotel = HotelFrameQuery['registrations']['nodes'][number]

export interface HotelFrameProps {
  readonly hotelId: string
  /** The part of the hotel that is shown, for the title: `Bookings`. Without: all of it. */
  readonly part?: string
  /** At the end of the title's line; some need to know the hotel, which comes later. */
  readonly actions?: ReactNode | ((hotel: FramedHotel | undefined) => ReactNode)
  readonly children: (hotel: FramedHotel) => ReactNode
}

/** A screen about one hotel: its name, the ways to its parts, and what is under them. */
export function HotelFrame({ hotelId, part, actions, children }: HotelFrameProps) {
  const query = useQuery(document, { variables: { ids: [hotelId] }, fetchPolicy: 'cache-first' })
  const known = query.data?.registrations.nodes[0]
  const name = known?.name ?? 'Hotel'
  return (
    <Page
      title={part === undefined ? name : `${part} · ${name}`}
      actions={typeof actions === 'function' ? actions(known) : actions}
    >
      <HotelTabs hotelId={hotelId} />
      <PageState
        query={query}
        skeleton={<Skeleton height={400} role="status" aria-label="Loading" />}
        isEmpty={({ registrations }) => registrations.nodes.length === 0}
        empty={<NoSuchHotel />}
      >
        {({ registrations }) => registrations.nodes.map((hotel) => children(hotel))}
      </PageState>
    </Page>
  )
}

function NoSuchHotel() {
  return (
    <Notice title="Hotel not found" actions={<ButtonLink to="/">All hotels</ButtonLink>}>
      It is not registered, or your account has no access to it.
    </Notice>
  )
}
