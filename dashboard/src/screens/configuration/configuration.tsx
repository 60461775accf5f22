import { useQuery } from '@apollo/client/react'
import { Alert, Skeleton } from '@mantine/core'
import { reload } from '../../api/reload.ts'
import type { ConfigurationQuery } from '../../gql/graphql.ts'
import { useViewer } from '../../session/session.ts'
import { ButtonLink, TextLink } from '../../ui/actions/link.tsx'
import { Notice } from '../../ui/page/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import { Connection } from './connection/connection.tsx'
import { Disconnect } from './disconnect.tsx'
import { Webhooks } from './endpoint/webhooks.tsx'
import { Pause } from './pause.tsx'
import { configurationDocument } from './query.ts'
import { configurationRoute } from './route.ts'
import { Schedule } from './schedule/schedule.tsx'
import { Stream } from './stream/stream.tsx'
import { Writes } from './writes.tsx'

/** The configuration of a hotel's PMS: everything about it can be changed here. */
export function ConfigurationPage() {
  const { hotelId, provider: key } = configurationRoute.useParams()
  const query = useQuery(configurationDocument, { variables: { hotelId, provider: key } })
  const { registrations, provider, configurations } = query.data ?? {}
  const hotelName = registrations?.nodes[0]?.name
  const isEnabled = configurations?.nodes[0]?.enabled
  return (
    <Page
      title={provider?.name ?? 'PMS'}
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
        empty={<NoConfiguration hotelId={hotelId} />}
      >
        {(data) => <Parts key={`${hotelId} ${key}`} hotelId={hotelId} data={data} reload={() => reload(query)} />}
      </PageState>
    </Page>
  )
}

function NoConfiguration({ hotelId }: { hotelId: string }) {
  return (
    <Notice
      title="Unknown PMS"
      actions={
        <ButtonLink to="/connect" search={{ hotel: hotelId }}>
          See all PMS
        </ButtonLink>
      }
    >
      Choose another one to connect.
    </Notice>
  )
}

function MayOnlyLook() {
  if (useViewer().may('ADMIN_EDIT')) return null
  return (
    <Alert variant="outline" color="yellow" mb="md" c="var(--mantine-color-text)" role="note">
      You can view this. Changes need the permission ADMIN_EDIT.
    </Alert>
  )
}

interface PartsProps {
  readonly hotelId: string
  readonly data: ConfigurationQuery
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
      <Stream {...account} />
      <Writes {...account} />
      <Disconnect {...account} />
    </>
  )
}
