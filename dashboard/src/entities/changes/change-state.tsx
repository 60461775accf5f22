import { Text } from '@mantine/core'
import type { ChangeRowFragment, PmsChangeState } from '../../gql/graphql.ts'
import { TimeText } from '../../ui/time/time-text.tsx'
import { STATES, theirChanges, WAITS } from './words.ts'

const SIGNS: Readonly<Record<PmsChangeState, string>> = {
  ...{ DRAFT: '–', PENDING: '…', SENDING: '▸', AWAITING: '◔', UNKNOWN: '?', CONFLICT: '!' },
  ...{ APPLIED: '✓', REJECTED: '✕', CANCELLED: '■', SUPERSEDED: '■', EXPIRED: '✕' },
}

/** Where a change stands, in a sign and words: what it waits for, why it was refused, what nobody knows. */
export function ChangeState({ change, timeZone }: { change: ChangeRowFragment; timeZone: string }) {
  const { state, waitingFor, error, errorCode, expiresAt, base, theirs } = change
  const moved = state === 'CONFLICT' ? theirChanges(base, theirs) : []
  return (
    <div data-change-state={state} style={{ overflowWrap: 'anywhere' }}>
      <Text size="sm" fw={600}>
        <span aria-hidden>{SIGNS[state]} </span>
        {STATES[state]}
      </Text>
      {waitingFor && <Text size="sm">It waits {WAITS[waitingFor]}.</Text>}
      {state === 'PENDING' && (
        <Text size="sm" component="div">
          Sent by <TimeText at={expiresAt} timeZone={timeZone} /> or not at all.
        </Text>
      )}
      {moved.map(({ name, before, after }) => (
        <Text key={name} size="sm">
          The PMS had {name.toLowerCase()} {before} and has {after} now.
        </Text>
      ))}
      {error && moved.length === 0 && (
        <Text size="sm">
          {error} {errorCode && `(${errorCode})`}
        </Text>
      )}
    </div>
  )
}
