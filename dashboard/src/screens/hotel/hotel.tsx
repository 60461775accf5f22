import { useQuery } from '@apollo/client/react'
import { Group, Skeleton, Stack } from '@mantine/core'
import { useEffect } from 'react'
import { useLivePolling, useLiveStatus } from '../../api/live.ts'
import { useNews } from '../../api/news.ts'
import { reload } from '../../api/reload.ts'
import { changeProgressDocument } from '../../entities/changes/changed-document.ts'
import { graphql } from '../../gql/gql.ts'
import { type FramedHotel, HotelFrame } from '../../ui/page/hotel-frame.tsx'
import { PageState } from '../../ui/page/page-state.tsx'
import { EditHotel } from './edit-hotel.tsx'
import { Overview } from './overview.tsx'
import { RemoveHotel } from './remove-hotel.tsx'
import { hotelRoute } from './route.ts'
import { isActive } from './run/run.ts'
import { useProgress } from './run/use-progress.ts'
import { SyncErrors } from './sync-errors.tsx'
import { SyncNow, type SyncNowProps } from './sync-now.tsx'
import { useSyncNow } from './use-sync-now.ts'

const document = graphql(`
  query HotelOverview($hotelId: ID!, $ids: [ID!]!) {
    registrations(first: 1, filter: { hotelIds: $ids }) {
      nodes {
        timeZone
        hotel {
          id
          freshness {
            provider
            entityType
            state
            trueAsOf
            lateAt
            lastError
            lastErrorCode
          }
          configurations(first: 20) {
            nodes {
              id
              hotelId
              provider
              enabled
              pausedAt
              pausedBy
              pausedReason
              nextSyncAt
              writeEnabled
              openChanges {
                forPerson
                conflicts
              }
              stream {
                state
                reason
                since
                nextAttemptAt
                lastMessageAt
              }
            }
          }
        }
      }
    }
    active: syncLogs(hotelId: $hotelId, first: 20, filter: { status: [QUEUED, RUNNING] }) {
      nodes {
        ...HotelRun
      }
    }
    recent: syncLogs(hotelId: $hotelId, first: 8) {
      nodes {
        ...HotelRun
      }
    }
    providerHealth(hotelId: $hotelId) {
      provider
      state
      failures
      since
      pausedUntil
      nextTryAt
    }
    syncFailures(hotelId: $hotelId, filter: { open: true }) {
      totalCount
    }
  }
`)

/** The freshness of a hotel's data, and the way to sync it now. */
export function HotelPage() {
  const { hotelId } = hotelRoute.useParams()
  const query = useQuery(document, { variables: { hotelId, ids: [hotelId] }, pollInterval: useLivePolling() })
  const progress = useProgress(hotelId)
  const sync = useSyncNow(hotelId)
  const isLive = useLiveStatus() === 'live'
  // What is known of runs that ended changes with each that begins or ends, and with all that was missed while away.
  const news = [isLive, ...[...progress.values()].map((run) => `${run.syncLogId} ${isActive(run)}`)].join()
  const { refetch, data } = query
  useNews(changeProgressDocument, hotelId, () => void reload({ refetch }))
  useEffect(() => {
    if (news !== 'false') void reload({ refetch })
  }, [news, refetch])
  const hotel = data?.registrations.nodes[0]?.hotel
  const accounts = hotel?.configurations?.nodes ?? []
  return (
    <HotelFrame
      hotelId={hotelId}
      actions={(framed) => <Actions hotel={framed} accounts={accounts} freshness={hotel?.freshness} sync={sync} />}
    >
      {() => (
        <>
          <SyncErrors errors={sync.errors} onClose={sync.dismiss} />
          <PageState query={query} skeleton={<OverviewSkeleton />}>
            {(overview) => <Overview overview={overview} progress={progress} />}
          </PageState>
        </>
      )}
    </HotelFrame>
  )
}

interface ActionsProps extends SyncNowProps {
  readonly hotel: FramedHotel | undefined
}

function Actions({ hotel, ...syncNow }: ActionsProps) {
  return (
    <Group gap="xs">
      {hotel && <EditHotel hotel={hotel} />}
      {hotel && <RemoveHotel hotel={hotel} />}
      <SyncNow {...syncNow} />
    </Group>
  )
}

function OverviewSkeleton() {
  return (
    <Stack role="status" aria-label="Loading">
      <Skeleton height={190} />
      <Skeleton height={420} />
    </Stack>
  )
}
