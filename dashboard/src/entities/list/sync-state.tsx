import { Text } from '@mantine/core'
import type { PmsRowSyncStatus } from '../../gql/graphql.ts'

const WORDS: Readonly<Record<PmsRowSyncStatus, string | null>> = {
  SYNCED: null,
  PENDING: '… a change is on its way',
  CONFLICT: '! changed on both sides',
  FAILED: '✕ could not be changed or read',
}

/** Marks a row that is not as somebody wants it: a change of it is open, or the last one was refused. */
export function SyncState({ status }: { status: PmsRowSyncStatus }) {
  const words = WORDS[status]
  if (words === null) return null
  return (
    <Text size="xs" fw={600} data-sync-status={status}>
      {words}
    </Text>
  )
}
