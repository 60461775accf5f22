import { useQuery } from '@apollo/client/react'
import { Group, Text } from '@mantine/core'
import { POLL_MS } from '../../api/live.ts'
import { pluralLabel } from '../../entities/registry.ts'
import { graphql } from '../../gql/gql.ts'
import type { HotelFreshnessQuery, PmsEntityType } from '../../gql/graphql.ts'
import { TimeText } from '../time/time-text.tsx'
import { adviceFor } from '../values/advice.ts'
import { useProviderNames } from '../values/provider-names.ts'
import { StatusBadge } from '../values/status-badge.tsx'

const document = graphql(`
  query HotelFreshness($ids: [ID!]!) {
    registrations(first: 1, filter: { hotelIds: $ids }) {
      nodes {
        hotel {
          id
          freshness {
            provider
            entityType
            slice
            state
            trueAsOf
            lastError
            lastErrorCode
          }
          configurations(first: 20) {
            nodes {
              id
              provider
              enabled
              pausedBy
              pausedReason
            }
          }
        }
      }
    }
  }
`)

type Known = HotelFreshnessQuery['registrations']['nodes'][number]['hotel']
type Freshness = NonNullable<Known['freshness']>[number]

interface FreshnessLineProps {
  readonly hotelId: string
  readonly timeZone: string
  /** What the screen shows. */
  readonly types: readonly PmsEntityType[]
}

/** Whether what is on the screen can be trusted: as of when it is true, what is late or paused, and why. */
export function FreshnessLine({ hotelId, timeZone, types }: FreshnessLineProps) {
  const { data, previousData } = useQuery(document, { variables: { ids: [hotelId] }, pollInterval: POLL_MS })
  const hotel = (data ?? previousData)?.registrations.nodes[0]?.hotel
  const shown = (hotel?.freshness ?? []).filter(({ entityType }) => types.includes(entityType))
  const paused = (hotel?.configurations?.nodes ?? []).filter(({ enabled }) => !enabled)
  return (
    <div style={{ minHeight: 40 }} data-freshness-line>
      <Group mb={4} style={{ gap: '0.25rem 1.5rem' }}>
        {shown.map((each) => (
          <Part key={`${each.provider} ${each.entityType} ${each.slice}`} freshness={each} timeZone={timeZone} />
        ))}
      </Group>
      {paused.map((each) => (
        <Paused key={each.id} {...each} />
      ))}
      {shown.map(
        ({ lastError, lastErrorCode, ...each }) =>
          lastError && (
            <Text key={`${each.provider} ${nameOf(each)}`} size="sm" mb={4} style={{ overflowWrap: 'anywhere' }}>
              {nameOf(each)}: {lastError} {lastErrorCode && adviceFor(lastErrorCode)}
            </Text>
          ),
      )}
    </div>
  )
}

/** What a slice holds, in words. */
const SLICES: Readonly<Record<string, string>> = { NEAR: ', nearer days', FAR: ', farther days' }

const nameOf = ({ entityType, slice }: Pick<Freshness, 'entityType' | 'slice'>) =>
  `${pluralLabel(entityType)}${SLICES[slice] ?? (slice && `, ${slice}`)}`

function Part({ freshness, timeZone }: { freshness: Freshness; timeZone: string }) {
  return (
    <Group gap={6} data-freshness={`${freshness.entityType}${freshness.slice && ` ${freshness.slice}`}`}>
      <Text size="sm" c="dimmed">
        {nameOf(freshness)}
      </Text>
      <StatusBadge status={freshness.state} />
      {freshness.trueAsOf && <TimeText at={freshness.trueAsOf} timeZone={timeZone} />}
    </Group>
  )
}

function Paused({ provider, pausedBy, pausedReason }: NonNullable<Known['configurations']>['nodes'][number]) {
  const { nameOf: pmsOf } = useProviderNames()
  return (
    <Text size="sm" mb={4} style={{ overflowWrap: 'anywhere' }}>
      ‖ Syncs of {pmsOf(provider)} are paused{pausedBy && ` by ${pausedBy}`}
      {pausedReason ? `: ${pausedReason}` : '.'}
    </Text>
  )
}
