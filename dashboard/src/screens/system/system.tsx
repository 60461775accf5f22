import { useQuery } from '@apollo/client/react'
import { Alert, Skeleton } from '@mantine/core'
import type { SystemQuery } from '../../gql/graphql.ts'
import { useViewer } from '../../session/session.ts'
import { ButtonLink, TextLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageState } from '../../ui/page-state.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { Connection } from './connection.tsx'
import { Disconnect } from './disconnect.tsx'
import { Pause } from './pause.tsx'
import { systemDocument } from './query.ts'
import { systemRoute } from './route.ts'
import { Schedule } from './schedule.tsx'
import { Webhooks } from './webhooks.tsx'

/** How a hotel is connected to one of its systems: everything about it can be changed here. */
export function System() {
  const { hotelId, provider: key } = systemRoute.useParams()
  const query = useQuery(systemDocument, { variables: { hotelId, provider: key } })
  const { registrations, provider, configurations } = query.data ?? {}
  const hotelName = registrations?.nodes[0]?.name
  const isEnabled = configurations?.nodes[0]?.enabled
  return (
    <Page
      title={provider?.name ?? 'System'}
      actions={isEnabled !== undefined && <StatusBadge status={isEnabled ? 'ACTIVE' : 'PAUSED'} />}
    >
      <TextLink to="/hotels/$hotelId" params={{ hotelId }} fz="sm" display="inline-block" mb="md" mih={24}>
        ← {hotelName ?? 'Back to the hotel'}
      </TextLink>
      <MayOnlyLook />
      <PageState
        query={query}
        skeleton={<Skeleton height={900} role="status" aria-label="Loading" />}
        isEmpty={({ provider, registrations }) => !provider || registrations.nodes.length === 0}
        empty={<NoSystem hotelId={hotelId} />}
      >
        {(data) => <Parts key={`${hotelId} ${key}`} hotelId={hotelId} data={data} reload={query.refetch} />}
      </PageState>
    </Page>
  )
}

function NoSystem({ hotelId }: { hotelId: string }) {
  return (
    <Notice
      title="There is no such system"
      actions={
        <ButtonLink to="/connect" search={{ hotel: hotelId }}>
          See all systems
        </ButtonLink>
      }
    >
      Choose another one to connect the hotel to.
    </Notice>
  )
}

function MayOnlyLook() {
  if (useViewer().may('ADMIN_EDIT')) return null
  return (
    <Alert variant="outline" color="yellow" mb="md" c="var(--mantine-color-text)" role="note">
      You may look at this; changing it needs the permission ADMIN_EDIT.
    </Alert>
  )
}

interface PartsProps {
  readonly hotelId: string
  readonly data: SystemQuery
  readonly reload: () => Promise<unknown>
}

function Parts({ hotelId, data: { registrations, provider, configurations }, reload }: PartsProps) {
  const [hotel] = registrations.nodes
  const [configuration] = configurations.nodes
  if (!hotel || !provider) return null
  const connection = { hotelId, hotelName: hotel.name, timeZone: hotel.timeZone, provider, reload }
  if (!configuration) return <Connection {...connection} configuration={null} />
  const account = { ...connection, configuration }
  return (
    <>
      <Pause {...account} />
      <Connection {...account} />
      <Schedule {...account} />
      <Webhooks {...account} />
      <Disconnect {...account} />
    </>
  )
}
