import { Group, Text } from '@mantine/core'
import type { PmsStreamState } from '../../gql/graphql.ts'
import { TimeText } from '../time/time-text.tsx'
import { StatusBadge } from '../values/status-badge.tsx'

interface ShownStream {
  readonly state: PmsStreamState
  readonly reason: string | null
  readonly since: string | null
  readonly nextAttemptAt: string | null
  readonly lastMessageAt: string | null
}

interface StreamLineProps {
  readonly stream: ShownStream
  /** Name of the PMS. */
  readonly name: string
  readonly timeZone: string
}

/** How the connection stands that a PMS tells of changes over, and when it is tried again. */
export function StreamLine({ stream, name, timeZone }: StreamLineProps) {
  const { state, since, nextAttemptAt, lastMessageAt } = stream
  const isWaiting = state === 'WAITING' || state === 'LOCKED_OUT'
  return (
    <Group gap="sm" data-stream={state}>
      <StatusBadge status={state} />
      <Text size="sm" component="div">
        {wordsOf(stream, name)}{' '}
        {isWaiting && nextAttemptAt && (
          <>
            Next attempt: <TimeText at={nextAttemptAt} timeZone={timeZone} />. Meanwhile syncs fetch the changes.{' '}
          </>
        )}
        {since && (
          <>
            Since <TimeText at={since} timeZone={timeZone} />.{' '}
          </>
        )}
        {state !== 'OFF' && (
          <>
            Last message: <TimeText at={lastMessageAt} timeZone={timeZone} never="none yet" />
          </>
        )}
      </Text>
    </Group>
  )
}

function wordsOf({ state, reason }: ShownStream, name: string): string {
  switch (state) {
    case 'LIVE':
      return `${name} reports changes as they happen.`
    case 'CATCHING_UP':
      return `Connected to ${name}; what happened before is being fetched.`
    case 'CONNECTING':
      return `Connecting to ${name}.`
    case 'OFF':
      return 'Not switched on, or the syncs are paused.'
    default:
      return reason ?? 'No worker has connected it yet.'
  }
}
