import { Alert, List } from '@mantine/core'
import { TextLink } from '../../ui/link.tsx'
import { ENTITY_NAMES } from '../../ui/words.ts'
import type { SyncRefusal } from './use-sync-now.ts'

/** What could not be started, and why. */
export function SyncRefusals({ refusals, onClose }: { refusals: readonly SyncRefusal[]; onClose: () => void }) {
  if (refusals.length === 0) return null
  return (
    <Alert
      role="alert"
      color="orange"
      variant="outline"
      mb="md"
      c="var(--mantine-color-text)"
      title="Not everything was started"
      withCloseButton
      closeButtonLabel="Close"
      onClose={onClose}
    >
      <List size="sm" listStyleType="none" spacing={4}>
        {refusals.map((refusal) => (
          <List.Item key={`${refusal.entityType} ${refusal.code}`}>
            <Refused refusal={refusal} />
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

function Refused({ refusal: { entityType, code, message, syncLogId } }: { refusal: SyncRefusal }) {
  const name = entityType === null ? 'The sync' : ENTITY_NAMES[entityType]
  if (code !== 'SYNC_ALREADY_RUNNING') return `${name}: ${message}`
  return (
    <>
      {name}: a sync is at work already.{' '}
      {syncLogId !== null && (
        <TextLink to="/syncs/$syncLogId" params={{ syncLogId }} underline="always">
          Look at it
        </TextLink>
      )}
    </>
  )
}
