import { Alert, Box, SimpleGrid, Text } from '@mantine/core'
import type { HotelOverviewQuery } from '../../gql/graphql.ts'
import { TextLink } from '../../ui/actions/link.tsx'
import { Section } from '../../ui/page/section.tsx'
import { StreamLine } from '../../ui/stream/stream-line.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { FreshnessCard } from './freshness-card.tsx'
import { NextRun } from './next-run.tsx'
import { ProviderPause } from './provider-pause.tsx'

type Hotel = HotelOverviewQuery['registrations']['nodes'][number]
export type Account = NonNullable<Hotel['hotel']['configurations']>['nodes'][number]

export interface ConfigurationSectionProps {
  readonly hotel: Hotel
  readonly account: Account
  readonly health: HotelOverviewQuery['providerHealth'][number] | undefined
  /** Name of the PMS. */
  readonly name: string
}

/** The freshness of what is synced from a PMS, and when the next sync is due. */
export function ConfigurationSection({ hotel, account, health, name }: ConfigurationSectionProps) {
  const { timeZone } = hotel
  const freshness = hotel.hotel.freshness?.filter(({ provider }) => provider === account.provider) ?? []
  return (
    <Section
      title={name}
      description={account.enabled ? <NextRun at={account.nextSyncAt} timeZone={timeZone} /> : undefined}
      actions={
        <TextLink to="/hotels/$hotelId/configurations/$provider" params={paramsOf(account)} fz="sm">
          Settings and schedule
        </TextLink>
      }
    >
      {!account.enabled && <Paused account={account} timeZone={timeZone} />}
      {account.enabled && health && (
        <ProviderPause hotelId={account.hotelId} health={health} name={name} timeZone={timeZone} />
      )}
      {account.enabled && account.stream && account.stream.state !== 'OFF' && (
        <Box mb="md">
          <StreamLine stream={account.stream} name={name} timeZone={timeZone} />
        </Box>
      )}
      <Text size="sm" c="dimmed" mb="md">
        Changes at the PMS are {account.writeEnabled ? 'on' : 'off'}
      </Text>
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
    <Alert color="gray" variant="outline" mb="md" title="Paused: no syncs run" c="var(--mantine-color-text)">
      <Text size="sm">
        Since <TimeText at={pausedAt} timeZone={timeZone} never="an unknown time" />
        {pausedBy && ` by ${pausedBy}`}
        {pausedReason && `: “${pausedReason}”`}
      </Text>
      <TextLink to="/hotels/$hotelId/configurations/$provider" params={paramsOf(account)} fz="sm">
        Resume syncs
      </TextLink>
    </Alert>
  )
}
