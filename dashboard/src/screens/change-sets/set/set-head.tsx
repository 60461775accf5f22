import { Alert, Group, Text } from '@mantine/core'
import { ACTIONS } from '../../../entities/changes/words.ts'
import type { ChangeSetRowFragment } from '../../../gql/graphql.ts'
import { TextLink } from '../../../ui/actions/link.tsx'
import type { FramedHotel } from '../../../ui/page/hotel-frame.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { TimeText } from '../../../ui/time/time-text.tsx'
import { Facts } from '../../../ui/values/facts.tsx'
import { formatCount } from '../../../ui/values/format.ts'
import { useProviderNames } from '../../../ui/values/provider-names.ts'
import { SetState } from '../set-state.tsx'
import { SOURCES } from '../words.ts'
import { describeEstimate } from './describe-set.ts'
import { SetActions } from './set-actions.tsx'
import { SetBar } from './set-bar.tsx'

interface SetHeadProps {
  readonly set: ChangeSetRowFragment
  readonly hotel: FramedHotel
  readonly onDone: () => Promise<void>
}

/** What a set does, where it stands, and what can be done about it. */
export function SetHead({ set, hotel: { timeZone }, onDone }: SetHeadProps) {
  const { hotelId, action, provider, source, state, reason, requestedBy, createdAt, counts, options, undoOf } = set
  const { nameOf } = useProviderNames()
  return (
    <Section
      title={`${ACTIONS[action]}: ${formatCount(counts.total, 'item')}`}
      description={
        <>
          {nameOf(provider)} · {undoOf ? 'takes back another set' : SOURCES[source]} ·{' '}
          <TimeText at={createdAt} timeZone={timeZone} /> by {requestedBy}
          {reason && `: ${reason}`}
        </>
      }
      actions={<SetState set={set} />}
    >
      {(state === 'DRAFT' || state === 'RUNNING' || state === 'PAUSED') && <SetBar set={set} />}
      {set.stoppedBecause && (
        <Alert color="orange" variant="outline" c="var(--mantine-color-text)" mb="md" role="status">
          {set.stoppedBecause.message} {set.stoppedBecause.code && `(${set.stoppedBecause.code})`}
        </Alert>
      )}
      <Facts
        facts={[
          ['To send', state === 'PREVIEWED' && describeEstimate(set)],
          [
            'Preview holds until',
            state === 'PREVIEWED' && set.previewExpiresAt && <TimeText at={set.previewExpiresAt} timeZone={timeZone} />,
          ],
          [
            'First',
            state === 'PREVIEWED' && `${formatCount(set.canary, 'item')}, the others when these have ended well`,
          ],
          ['Stops at', state === 'PREVIEWED' && `${set.stopPercent} % refused of the last 100`],
          ['Beside it', describeOptions(options)],
          ['Ended', set.endedAt && <TimeText at={set.endedAt} timeZone={timeZone} />],
          [
            'Takes back',
            undoOf && (
              <TextLink to="/hotels/$hotelId/change-sets/$setId" params={{ hotelId, setId: undoOf }} underline="always">
                The set that it undoes
              </TextLink>
            ),
          ],
        ]}
      />
      {undoOf && state !== 'DRAFT' && (
        <Text size="sm" mt="xs">
          Mails, fees and fiscal documents are not taken back.
        </Text>
      )}
      <Group mt="md" gap="xs">
        <SetActions set={set} onDone={onDone} />
      </Group>
    </Section>
  )
}

const OPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pricing: { KEEP: 'the agreed price stays', REPRICE: 'the PMS makes the price anew' },
  notifyGuest: { true: 'the PMS writes to the guest' },
  chargeFee: { true: 'the PMS charges the cancellation fee' },
  unlock: { true: 'also what is locked into its room' },
}

/** What the PMS does beside it; nothing where it does nothing. */
function describeOptions(options: Readonly<Record<string, unknown>>): string | null {
  const words = Object.entries(options).flatMap(([name, value]) => OPTIONS[name]?.[String(value)] ?? [])
  return words.length === 0 ? null : words.join('; ')
}
