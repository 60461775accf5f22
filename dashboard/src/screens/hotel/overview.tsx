import { Text } from '@mantine/core'
import type { HotelOverviewQuery } from '../../gql/graphql.ts'
import { formatCount } from '../../ui/format.ts'
import { ButtonLink, TextLink } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useProviderNames } from '../../ui/provider-names.ts'
import { LiveRuns } from './live-runs.tsx'
import { RecentRuns } from './recent-runs.tsx'
import { SystemSection } from './system-section.tsx'
import type { ProgressById } from './use-progress.ts'

/** Runs at work first, then what can be trusted, then what was. */
export function Overview({ overview, progress }: { overview: HotelOverviewQuery; progress: ProgressById }) {
  const { nameOf } = useProviderNames()
  const { registrations, active, recent, syncFailures } = overview
  const [hotel] = registrations.nodes
  if (hotel === undefined) return null
  const accounts = hotel.hotel.configurations?.nodes ?? []
  return (
    <>
      <LiveRuns progress={progress} rows={[...active.nodes, ...recent.nodes]} />
      {accounts.length === 0 && <NoSystem hotelId={hotel.hotel.id} />}
      {accounts.map((account) => (
        <SystemSection key={account.id} hotel={hotel} account={account} name={nameOf(account.provider)} />
      ))}
      {syncFailures.totalCount > 0 && <OpenFailures hotelId={hotel.hotel.id} count={syncFailures.totalCount} />}
      <RecentRuns hotelId={hotel.hotel.id} timeZone={hotel.timeZone} runs={recent.nodes} />
    </>
  )
}

function NoSystem({ hotelId }: { hotelId: string }) {
  const connect = (
    <ButtonLink to="/connect" search={{ hotel: hotelId }}>
      Connect a system
    </ButtonLink>
  )
  return (
    <Notice title="No system is connected" actions={connect}>
      Once the hotel’s system is connected, its bookings, rooms and guests come here.
    </Notice>
  )
}

function OpenFailures({ hotelId, count }: { hotelId: string; count: number }) {
  return (
    <Text mb="md">
      <Text span inherit aria-hidden fw={700} c="var(--mantine-color-orange-filled)">
        ◐{' '}
      </Text>
      {formatCount(count, 'item')} could not be stored.{' '}
      <TextLink to="/syncs/failures" search={{ hotel: hotelId }} underline="always">
        See why
      </TextLink>
    </Text>
  )
}
