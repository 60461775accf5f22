import { Alert, Stack, Text } from '@mantine/core'
import { Section } from '../../ui/page/section.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { Facts } from '../../ui/values/facts.tsx'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import { ChannelPause } from './channel-pause.tsx'
import type { Channel } from './query.ts'
import { RefusedDays } from './refused-days.tsx'

interface ChannelSectionProps {
  readonly channel: Channel
  readonly timeZone: string
}

/** One channel: how it stands and why, what was sent last, and what it did not take. */
export function ChannelSection({ channel, timeZone }: ChannelSectionProps) {
  const { nameOf } = useProviderNames()
  const { enabled, state, sentAt, confirmedAt, nextAttemptAt, pending, propertyId, currency } = channel
  return (
    <Section title={channel.name} actions={<ChannelPause channel={channel} />}>
      <Stack gap="md">
        <Standing channel={channel} timeZone={timeZone} />
        <Facts
          facts={[
            ['State', <StatusBadge key="state" status={enabled ? state : 'PAUSED'} />],
            ['Last push', <TimeText key="sent" at={sentAt} timeZone={timeZone} />],
            ['Seen there', <TimeText key="seen" at={confirmedAt} timeZone={timeZone} never="not yet" />],
            ['Not sent yet', pending === 0 ? 'nothing' : pending === 1 ? '1 change' : `${pending} changes`],
            nextAttemptAt && enabled
              ? ['Next push', <TimeText key="next" at={nextAttemptAt} timeZone={timeZone} />]
              : ['Next push', null],
            ['Property', `${propertyId}, in ${currency}`],
            ['Prices of', nameOf(channel.provider)],
            ['When data is old', ruleOf(channel)],
          ]}
        />
        <RefusedDays refused={channel.refused} />
      </Stack>
    </Section>
  )
}

const ruleOf = ({ whenStale, staleAfterMinutes }: Channel) =>
  `after ${durationOf(staleAfterMinutes)} ${whenStale === 'CLOSE' ? 'nothing is sold' : 'nothing is sent, and what was sent is still sold'}`

function durationOf(minutes: number): string {
  if (minutes % 60 !== 0) return `${minutes} minutes`
  return minutes === 60 ? '1 hour' : `${minutes / 60} hours`
}

/** Titles of what is not as it should be. */
const TITLES = {
  OPENING: null,
  LIVE: 'The channel shows something else',
  CLOSED: 'Nothing is sold here',
  HELD: 'Nothing is sent here',
  WAITING: 'The channel did not take the last message',
} as const satisfies Record<Channel['state'], string | null>

/** Why a channel is not live; nothing while all is well. */
function Standing({ channel, timeZone }: ChannelSectionProps) {
  const { enabled, state, reason, pausedAt, pausedBy, pausedReason } = channel
  if (!enabled) {
    return (
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        ‖ Paused since <TimeText at={pausedAt} timeZone={timeZone} never="an unknown time" />
        {pausedBy && ` by ${pausedBy}`}: {pausedReason ?? 'no reason given'}. It sells what was sent before.
      </Text>
    )
  }
  const title = TITLES[state]
  if (reason === null || title === null) return null
  return (
    <Alert
      color={state === 'LIVE' ? 'yellow' : 'orange'}
      variant="outline"
      title={title}
      c="var(--mantine-color-text)"
      styles={{ title: { color: 'var(--mantine-color-text)' }, message: { overflowWrap: 'anywhere' } }}
    >
      {reason}
    </Alert>
  )
}
