import { Text } from '@mantine/core'
import { SyncState } from '../../entities/list/sync-state.tsx'
import { TextLink } from '../../ui/actions/link.tsx'
import type { FloorRoom } from './floors.ts'

interface ConditionStateProps {
  readonly hotelId: string
  readonly housekeeping: NonNullable<FloorRoom['housekeeping']>
}

/** What became of a condition that somebody asked for: on its way, decided otherwise at the PMS, or refused and why. */
export function ConditionState({ hotelId, housekeeping: { syncStatus, syncError } }: ConditionStateProps) {
  return (
    <>
      <SyncState status={syncStatus} />
      {syncStatus === 'FAILED' && syncError && (
        <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
          {syncError}
        </Text>
      )}
      {syncStatus === 'CONFLICT' && (
        <TextLink size="xs" to="/hotels/$hotelId/conflicts" params={{ hotelId }} underline="always">
          Decide
        </TextLink>
      )}
    </>
  )
}
