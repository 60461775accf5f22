import { PRIORITIES, STATUSES } from '../../entities/maintenance-request/words.ts'
import { RowLink } from '../../entities/row-link.tsx'
import type { FramedHotel } from '../../ui/page/hotel-frame.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { SteadyNotice } from '../../ui/table/steady-notice.tsx'
import { useSteadyRows } from '../../ui/table/steady-rows.ts'
import { useNow } from '../../ui/time/now.ts'
import { TimeText } from '../../ui/time/time-text.tsx'
import { Masked } from '../../ui/values/masked.tsx'
import type { Masking } from '../../ui/values/use-masking.ts'
import { type OpenRequest, reportedAtOf } from './query.ts'

interface RequestsTableProps {
  /** In their order. */
  readonly requests: readonly OpenRequest[]
  readonly hotel: FramedHotel
  readonly masking: Masking
  /** Name of the list: another one begins anew. */
  readonly list: string
}

const keyOf = ({ id }: OpenRequest) => id

/** Rows stay where they are while somebody reads; what has ended goes, what is new waits behind a button. */
export function RequestsTable({ requests, hotel, masking, list }: RequestsTableProps) {
  const { rows, changes, show } = useSteadyRows(requests, keyOf, list)
  const open = new Set(requests.map(keyOf))
  return (
    <>
      <SteadyNotice changes={changes} onShow={show} />
      <DataTable
        caption="Open maintenance requests, the most urgent first"
        columns={columnsOf(hotel, masking, useNow())}
        rows={rows.filter((row) => open.has(row.id))}
        keyOf={keyOf}
      />
    </>
  )
}

/** Read without colours: the sign says how loud it is. */
const SIGNS = { URGENT: '‼', HIGH: '!', NORMAL: '–', LOW: '↓' } as const

const columnsOf = ({ hotel, timeZone }: FramedHotel, masking: Masking, now: number): Column<OpenRequest>[] => [
  {
    header: 'Request',
    cell: ({ id, title, code }) => (
      <RowLink type="MAINTENANCE_REQUEST" hotelId={hotel.id} id={id}>
        {title ?? code ?? 'without a title'}
      </RowLink>
    ),
  },
  {
    header: 'Priority',
    cell: ({ priority }) =>
      priority ? (
        <>
          <span aria-hidden>{SIGNS[priority]} </span>
          {PRIORITIES[priority]}
        </>
      ) : (
        '–'
      ),
  },
  { header: 'Reported', cell: (request) => <TimeText at={reportedAtOf(request)} timeZone={timeZone} /> },
  {
    header: 'Where',
    cell: ({ room, roomNumber, place }) =>
      room ? (
        <RowLink type="ROOM" hotelId={hotel.id} id={room.id}>
          Room {roomNumber}
        </RowLink>
      ) : (
        (roomNumber ?? place ?? '–')
      ),
  },
  { header: 'Status', cell: ({ status }) => STATUSES[status] },
  {
    header: 'Due',
    cell: ({ dueAt }) =>
      dueAt ? (
        <>
          {Date.parse(dueAt) < now && '! overdue: '}
          <TimeText at={dueAt} timeZone={timeZone} />
        </>
      ) : (
        '–'
      ),
  },
  { header: 'Assigned to', cell: ({ assignee }) => <Masked value={assignee} masking={masking} /> },
]
