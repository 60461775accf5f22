import { Code, Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { type FramedHotel, HotelFrame } from '../../ui/hotel-frame.tsx'
import { ButtonLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageState, type QueryState } from '../../ui/page-state.tsx'
import { type PersonalData, PersonalDataButton } from '../../ui/personal.tsx'

export interface DetailsProps<Data, Row> {
  readonly hotelId: string
  /** `Booking` */
  readonly part: string
  /** The list that it is of. */
  readonly list: '/hotels/$hotelId/bookings' | '/hotels/$hotelId/rooms' | '/hotels/$hotelId/guests'
  readonly query: QueryState<Data>
  readonly pick: (data: Data) => Row | null | undefined
  /** Left out where there is nothing personal. */
  readonly personal?: PersonalData
  readonly children: (row: Row, hotel: FramedHotel) => ReactNode
}

/** A screen about one row of a hotel. A row of another hotel is none. */
export function Details<Data, Row extends { readonly hotelId: string }>(props: DetailsProps<Data, Row>) {
  const { hotelId, part, list, query, pick, personal, children } = props
  const rowOf = (data: Data) => {
    const row = pick(data)
    return row?.hotelId === hotelId ? row : null
  }
  return (
    <HotelFrame hotelId={hotelId} part={part} actions={personal && <PersonalDataButton data={personal} />}>
      {(hotel) => (
        <PageState
          query={query}
          skeleton={<Skeleton height={480} role="status" aria-label="Loading" />}
          isEmpty={(data) => rowOf(data) === null}
          empty={
            <Notice
              title={`There is no such ${part.toLowerCase()}`}
              actions={
                <ButtonLink to={list} params={{ hotelId }}>
                  Back to the list
                </ButtonLink>
              }
            >
              The address may be wrong, or it is of another hotel.
            </Notice>
          }
        >
          {(data) => {
            const row = rowOf(data)
            return row && children(row, hotel)
          }}
        </PageState>
      )}
    </HotelFrame>
  )
}

/** Facts that only the system has words for. */
export function AsTheyCame({ value }: { value: Record<string, unknown> }) {
  return (
    <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {JSON.stringify(value, null, 2)}
    </Code>
  )
}
