import { graphql } from '../../gql/gql.ts'
import type { RatePlanRowFragment } from '../../gql/graphql.ts'
import type { FramedHotel } from '../../ui/page/hotel-frame.tsx'
import type { Column } from '../../ui/table/data-table.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { describeFlag } from '../../ui/values/format.ts'
import { Deleted } from '../list/deleted.tsx'
import { RowLink } from '../row-link.tsx'
import { PRICINGS } from './pricings.ts'

export const ratePlanRowFragment = graphql(`
  fragment RatePlanRow on PmsRatePlan {
    id
    code
    name
    pricing
    currency
    taxIncluded
    updatedAt
    deletedAt
  }
`)

export const ratePlanColumns = ({ hotel, timeZone }: FramedHotel): Column<RatePlanRowFragment>[] => [
  {
    header: 'Name',
    sortBy: 'NAME',
    cell: ({ id, name, deletedAt }) => (
      <>
        <RowLink type="RATE_PLAN" hotelId={hotel.id} id={id}>
          {name}
        </RowLink>
        <Deleted at={deletedAt} />
      </>
    ),
  },
  { header: 'Code', sortBy: 'CODE', cell: ({ code }) => code ?? '–' },
  { header: 'Prices', cell: ({ pricing }) => (pricing ? PRICINGS[pricing] : '–') },
  { header: 'Currency', cell: ({ currency }) => currency ?? '–' },
  { header: 'With taxes', cell: ({ taxIncluded }) => describeFlag(taxIncluded) },
  {
    header: 'Last change',
    sortBy: 'UPDATED_AT',
    cell: ({ updatedAt }) => <TimeText at={updatedAt} timeZone={timeZone} />,
  },
]
