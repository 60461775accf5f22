import type { HotelOverviewQuery } from '../../gql/graphql.ts'
import { ButtonLink } from '../../ui/actions/link.tsx'
import { Notice } from '../../ui/page/notice.tsx'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import { ConfigurationSection } from './configuration-section.tsx'
import { NeedsAttention } from './needs-attention.tsx'
import { RecentRuns } from './recent-runs.tsx'
import { LiveRuns } from './run/live-runs.tsx'
import type { ProgressById } from './run/use-progress.ts'

/** Running syncs first, then freshness, then the last syncs. */
export function Overview({ overview, progress }: { overview: HotelOverviewQuery; progress: ProgressById }) {
  const { nameOf } = useProviderNames()
  const { registrations, active, recent, syncFailures, providerHealth } = overview
  const [hotel] = registrations.nodes
  if (hotel === undefined) return null
  const accounts = hotel.hotel.configurations?.nodes ?? []
  return (
    <>
      <LiveRuns progress={progress} rows={[...active.nodes, ...recent.nodes]} />
      <NeedsAttention hotelId={hotel.hotel.id} failures={syncFailures.totalCount} accounts={accounts} />
      {accounts.length === 0 && <NoConfiguration hotelId={hotel.hotel.id} />}
      {accounts.map((account) => (
        <ConfigurationSection
          key={account.id}
          hotel={hotel}
          account={account}
          health={providerHealth.find(({ provider }) => provider === account.provider)}
          name={nameOf(account.provider)}
        />
      ))}
      <RecentRuns hotelId={hotel.hotel.id} timeZone={hotel.timeZone} runs={recent.nodes} />
    </>
  )
}

function NoConfiguration({ hotelId }: { hotelId: string }) {
  const connect = (
    <ButtonLink to="/connect" search={{ hotel: hotelId }}>
      Connect a PMS
    </ButtonLink>
  )
  return (
    <Notice title="No PMS is connected" actions={connect}>
      Once the hotel’s PMS is connected, its bookings, rooms and guests appear here.
    </Notice>
  )
}
