import { graphql } from '../../gql/gql.ts'
import type { MaintenanceRequestRowFragment } from '../../gql/graphql.ts'
import type { FramedHotel } from '../../ui/page/hotel-frame.tsx'
import type { Column } from '../../ui/table/data-table.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { Masked } from '../../ui/values/masked.tsx'
import type { Masking } from '../../ui/values/use-masking.ts'
import { Deleted } from '../list/deleted.tsx'
import { SyncState } from '../list/sync-state.tsx'
import { RowLink } from '../row-link.tsx'
import { PRIORITIES, STATUSES } from './words.ts'

export const maintenanceRequestRowFragment = graphql(`
  fragment MaintenanceRequestRow on PmsMaintenanceRequest {
    id
    status
    code
    title
    priority
    roomNumber
    place
    assignee
    reportedAt
    updatedAt
    deletedAt
    syncStatus
  }
`)

export const maintenanceRequestColumns = (
  { hotel, timeZone }: FramedHotel,
  masking: Masking,
): Column<MaintenanceRequestRowFragment>[] => [
  {
    header: 'Request',
    cell: ({ id, title, code, deletedAt, syncStatus }) => (
      <>
        <RowLink type="MAINTENANCE_REQUEST" hotelId={hotel.id} id={id}>
          {title ?? code ?? 'without a title'}
        </RowLink>
        <Deleted at={deletedAt} />
        <SyncState status={syncStatus} />
      </>
    ),
  },
  { header: 'Status', sortBy: 'STATUS', cell: ({ status }) => STATUSES[status] },
  { header: 'Priority', cell: ({ priority }) => (priority ? PRIORITIES[priority] : '–') },
  { header: 'Where', sortBy: 'ROOM_NUMBER', cell: ({ roomNumber, place }) => roomNumber ?? place ?? '–' },
  { header: 'Assigned to', cell: ({ assignee }) => <Masked value={assignee} masking={masking} /> },
  {
    header: 'Reported',
    sortBy: 'REPORTED_AT',
    cell: ({ reportedAt }) => (reportedAt ? <TimeText at={reportedAt} timeZone={timeZone} /> : '–'),
  },
  {
    header: 'Last change',
    sortBy: 'UPDATED_AT',
    cell: ({ updatedAt }) => <TimeText at={updatedAt} timeZone={timeZone} />,
  },
]
