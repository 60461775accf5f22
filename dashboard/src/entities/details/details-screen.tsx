import { useQuery } from '@apollo/client/react'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { Skeleton } from '@mantine/core'
import type { ComponentType } from 'react'
import type { PmsEntityType } from '../../gql/graphql.ts'
import { ButtonLink } from '../../ui/actions/link.tsx'
import { type FramedHotel, HotelFrame } from '../../ui/page/hotel-frame.tsx'
import { Notice } from '../../ui/page/notice.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { RevealButton } from '../../ui/values/masked.tsx'
import { type Masking, useMasking } from '../../ui/values/use-masking.ts'
import type { DetailsProps } from '../entity.tsx'
import { entities, singularLabel, slugOf } from '../registry.ts'
import type { StoredRow } from './history.ts'
import { RowHistory } from './row-history.tsx'

/** What is particular to the page of one row. */
export interface DetailsSpec<Row extends StoredRow> {
  /** The row is called `row`. */
  readonly document: TypedDocumentNode<{ readonly row: Row | null }, { id: string }>
  readonly Facts: ComponentType<FactsProps<Row>>
}

export interface FactsProps<Row> {
  readonly row: Row
  readonly hotel: FramedHotel
  readonly masking: Masking
}

export interface DetailsScreenProps<Row extends StoredRow> extends DetailsProps {
  readonly type: PmsEntityType
  readonly spec: DetailsSpec<Row>
}

/** Everything stored about one row of a hotel, and its history. */
export function DetailsScreen<Row extends StoredRow>({ type, spec, hotelId, id }: DetailsScreenProps<Row>) {
  const { document, Facts } = spec
  const masking = useMasking(hotelId)
  const query = useQuery(document, { variables: { id } })
  // The row of another hotel is none.
  const rowOf = ({ row }: { row: Row | null }) => (row?.hotelId === hotelId ? row : null)
  return (
    <HotelFrame hotelId={hotelId} part={singularLabel(type)} actions={<RevealButton masking={masking} />}>
      {(hotel) => (
        <PageState
          query={query}
          skeleton={<Skeleton height={480} role="status" aria-label="Loading" />}
          isEmpty={(data) => rowOf(data) === null}
          empty={<NoRow type={type} hotelId={hotelId} />}
        >
          {(data) => {
            const row = rowOf(data)
            return (
              row && (
                <>
                  <Facts row={row} hotel={hotel} masking={masking} />
                  <RowHistory row={row} entityType={type} timeZone={hotel.timeZone} />
                </>
              )
            )
          }}
        </PageState>
      )}
    </HotelFrame>
  )
}

function NoRow({ type, hotelId }: { type: PmsEntityType; hotelId: string }) {
  return (
    <Notice
      title={`There is no such ${entities[type].singular}`}
      actions={
        <ButtonLink to="/hotels/$hotelId/$entities" params={{ hotelId, entities: slugOf(type) }}>
          Back to the list
        </ButtonLink>
      }
    >
      The address may be wrong, or belong to another hotel.
    </Notice>
  )
}
