import { Group, Stack, Text } from '@mantine/core'
import { TextLink } from '../../ui/actions/link.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { formatNumber } from '../../ui/values/format.ts'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import type { Sender } from './query.ts'

interface SendersProps {
  readonly hotelId: string
  readonly senders: readonly Sender[]
  readonly timeZone: string
}

/** The senders, with their last event and how it is verified; of rejected events only the count is kept. */
export function Senders({ hotelId, senders, timeZone }: SendersProps) {
  const { nameOf } = useProviderNames()
  return (
    <Stack gap={4} mb="md">
      {senders.map(({ id, provider, webhookEndpoint: endpoint }) => (
        <Group key={id} gap="sm">
          <TextLink
            to="/hotels/$hotelId/configurations/$provider"
            params={{ hotelId, provider }}
            fz="sm"
            fw={600}
            lh="24px"
          >
            {nameOf(provider)}
          </TextLink>
          {endpoint?.hasKey ? (
            <>
              <Text size="sm">
                Last event: <TimeText at={endpoint.lastEventAt} timeZone={timeZone} never="none yet" />
              </Text>
              <Text size="sm">Verified by {endpoint.headerNames.length > 0 ? 'signature' : 'secret URL'}</Text>
              <Refused endpoint={endpoint} timeZone={timeZone} />
            </>
          ) : (
            <Text size="sm" c="dimmed">
              {endpoint ? 'no webhook URL yet' : 'sends no webhooks'}
            </Text>
          )}
        </Group>
      ))}
    </Stack>
  )
}

function Refused({ endpoint, timeZone }: { endpoint: NonNullable<Sender['webhookEndpoint']>; timeZone: string }) {
  const { refusedCount, lastRefusedAt } = endpoint
  if (refusedCount === 0) return <Text size="sm">Invalid signatures: none</Text>
  return (
    <Text size="sm">
      Invalid signatures: {formatNumber(refusedCount)}, the last <TimeText at={lastRefusedAt} timeZone={timeZone} />
    </Text>
  )
}
