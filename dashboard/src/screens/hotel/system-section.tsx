import { Alert, SimpleGrid, Text } from '@mantine/core'
import type { HotelOverviewQuery } from '../../gql/graphql.ts'
import { TextLink } from '../../ui/link.tsx'
import { Section } from '../../ui/section.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { FreshnessCard } from './freshness-card.tsx'
import { NextRun } from './next-run.tsx'

type Hotel = HotelOverviewQuery['registrations']['nodes'][number]
export type Account = NonNullable<Hotel['hotel']['configurations']>['nodes'][number]

export interface SystemSectionProps {
  readonly hotel: Hotel
  readonly account: Account
  /** Name of the system. */
  readonly name: string
}

/** What a system has brought, how far that can be trusted, and when it is asked next. */
export function SystemSection({ hotel, account, name }: SystemSectionProps) {
  const { timeZone } = hotel
  const freshness = hotel.hotel.freshness?.filter(({ provider }) => provider === account.provider) ?? []
  return (
    <Section
      title={name}
      description={account.enabled ? <NextRun at={account.nextSyncAt} timeZone={timeZone} /> : undefined}
      actions={
        <TextLink to="/hotels/$hotelId/systems/$provider" params={paramsOf(account)} fz="sm">
          Settings and schedule
        </TextLink>
      }
    >
      {!account.enabled && <Paused account={account} timeZone={timeZone} />}
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="sm">
        {freshness.map((each) => (
          <FreshnessCard key={each.entityType} freshness={each} timeZone={timeZone} />
        ))}
      </SimpleGrid>
    </Section>
  )
}

const paramsOf = ({ hotelId, provider }: Account) => ({ hotelId, provider })

function Paused({ account, timeZone }: { account: Account; timeZone: string }) {
  const { pausedAt, pausedBy, pausedReason } = account
  return (
    <Alert color="gray" variant="outline" mb="md" title="Paused: nothing is brought" c="var(--mantine-color-text)">
      <Text size="sm">
        Since <TimeText at={pausedAt} timeZone={timeZone} never="a time that is not known" />
        {pausedBy && ` by ${pausedBy}`}
        {pausedReason && `: “${pausedReason}”`}
      </Text>
      <TextLink to="/hotels/$hotelId/systems/$provider" params={paramsOf(account)} fz="sm">
        Resume it
      </TextLink>
    </Alert>
  )
}
