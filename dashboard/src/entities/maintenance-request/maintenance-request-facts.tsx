import { graphql } from '../../gql/gql.ts'
import type { MaintenanceRequestQuery } from '../../gql/graphql.ts'
import { Section } from '../../ui/page/section.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { Facts } from '../../ui/values/facts.tsx'
import { Masked } from '../../ui/values/masked.tsx'
import type { FactsProps } from '../details/details-screen.tsx'
import { OriginFacts } from '../details/origin-facts.tsx'
import { RowLink } from '../row-link.tsx'
import { PRIORITIES, STATUSES } from './words.ts'

export const maintenanceRequestDetailsFragment = graphql(`
  fragment MaintenanceRequestDetails on PmsMaintenanceRequest {
    status
    code
    title
    description
    priority
    roomNumber
    place
    assignee
    dueAt
    reportedAt
    resolvedAt
    room {
      id
    }
  }
`)

type Row = NonNullable<MaintenanceRequestQuery['row']>

export function MaintenanceRequestFacts({ row, hotel: { timeZone }, masking }: FactsProps<Row>) {
  const { hotelId, room, roomNumber, priority, dueAt, reportedAt, resolvedAt } = row
  return (
    <>
      <Section title={row.title ?? row.code ?? 'Maintenance request'}>
        <Facts
          facts={[
            ['Status', STATUSES[row.status]],
            ['Priority', priority ? PRIORITIES[priority] : '–'],
            ['Code', row.code ?? '–'],
            ['Description', <Masked key="description" value={row.description} masking={masking} isHidden />],
            [
              'Where',
              room ? (
                <RowLink key="room" type="ROOM" hotelId={hotelId} id={room.id}>
                  Room {roomNumber ?? ''}
                </RowLink>
              ) : (
                (roomNumber ?? row.place ?? '–')
              ),
            ],
            ['Assigned to', <Masked key="assignee" value={row.assignee} masking={masking} />],
            ['Reported', reportedAt ? <TimeText key="reported" at={reportedAt} timeZone={timeZone} /> : '–'],
            ['Due', dueAt ? <TimeText key="due" at={dueAt} timeZone={timeZone} /> : '–'],
            ['Resolved', resolvedAt ? <TimeText key="resolved" at={resolvedAt} timeZone={timeZone} /> : '–'],
          ]}
        />
      </Section>
      <OriginFacts row={row} masking={masking} />
    </>
  )
}
