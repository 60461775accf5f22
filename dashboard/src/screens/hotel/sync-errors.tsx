import { Alert, List } from '@mantine/core'
import type { SyncError } from '../../api/start-syncs.ts'
import { pluralLabel } from '../../entities/registry.ts'
import { TextLink } from '../../ui/actions/link.tsx'

/** The syncs that could not be started, and why. */
export function SyncErrors({ errors, onClose }: { errors: readonly SyncError[]; onClose: () => void }) {
  if (errors.length === 0) return null
  return (
    <Alert
      role="alert"
      color="orange"
      variant="outline"
      mb="md"
      c="var(--mantine-color-text)"
      title="Some syncs were not started"
      withCloseButton
      closeButtonLabel="Close"
      onClose={onClose}
    >
      <List size="sm" listStyleType="none" spacing={4}>
        {errors.map((error) => (
          <List.Item key={error.entityType}>
            <Reason error={error} />
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

function Reason({ error: { entityType, code, message, syncLogId } }: { error: SyncError }) {
  const name = pluralLabel(entityType)
  if (code !== 'SYNC_ALREADY_RUNNING') return `${name}: ${message}`
  return (
    <>
      {name}: a sync is already running.{' '}
      {syncLogId !== null && (
        <TextLink to="/syncs/$syncLogId" params={{ syncLogId }} underline="always">
          Open it
        </TextLink>
      )}
    </>
  )
}
