import { Group, Stack, Text } from '@mantine/core'
import { formatNumber } from '../../ui/format.ts'
import { TextLink } from '../../ui/link.tsx'
import { useProviderNames } from '../../ui/provider-names.ts'
import { TimeText } from '../../ui/time-text.tsx'
import type { Sender } from './query.ts'

interface SendersProps {
  readonly hotelId: string
  readonly senders: readonly Sender[]
  readonly timeZone: string
}

/** Who sends, when it was heard last, and whether it is believed: of what was refused only the count is kept. */
export function Senders({ hotelId, senders, timeZone }: SendersProps) {
  const { nameOf } = useProviderNames()
  return (
    <Stack gap={4} mb="md">
      {senders.map(({ id, provider, webhookEndpoint: endpoint }) => (
        <Group key={id} gap="sm">
          <TextLink to="/hotels/$hotelId/systems/$provider" params={{ hotelId, provider }} fz="sm" fw={600} lh="24px">
            {nameOf(provider)}
          </TextLink>
          {endpoint?.hasKey ? (
            <>
              <Text size="sm">
                Last message: <TimeText at={endpoint.lastEventAt} timeZone={timeZone} never="none yet" />
              </Text>
              <Text size="sm">Proof: {endpoint.headerNames.length > 0 ? 'signature' : 'secret address'}</Text>
              <Refused endpoint={endpoint} timeZone={timeZone} />
            </>
          ) : (
            <Text size="sm" c="dimmed">
              {endpoint ? 'has no webhook address yet' : 'sends no webhooks'}
            </Text>
          )}
        </Group>
      ))}
    </Stack>
  )
}

function Refused({ endpoint, timeZone }: { endpoint: NonNullable<Sender['webhookEndpoint']>; timeZone: string }) {
  const { refusedCount, lastRefusedAt } = endpoint
  if (refusedCount === 0) return <Text size="sm">Bad signatures: none</Text>
  return (
    <Text size="sm">
      Bad signatures: {formatNumber(refusedCount)}, the last <TimeText at={lastRefusedAt} timeZone={timeZone} />
    </Text>
  )
}
