import { Group } from '@mantine/core'
import { useState } from 'react'
import type { PmsWebhookEventFilter } from '../../gql/graphql.ts'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import { type EventSelection, ReplaySelection } from './replay-selection.tsx'

interface ReplayEventsProps {
  readonly hotelId: string
  readonly filter: PmsWebhookEventFilter
  readonly selected: readonly string[]
  readonly onReplayed: () => void
}

/** Replays the selected events, or all that match. */
export function ReplayEvents({ hotelId, filter, selected, onReplayed }: ReplayEventsProps) {
  const [selection, setSelection] = useState<EventSelection | null>(null)
  const close = (hasReplayed: boolean) => {
    setSelection(null)
    if (hasReplayed) onReplayed()
  }
  return (
    <Group mb="sm" gap="xs">
      <PermissionButton
        variant="default"
        disabled={selected.length === 0}
        onClick={() => setSelection({ hotelId, ids: [...selected] })}
      >
        Replay selected ({selected.length}) …
      </PermissionButton>
      <PermissionButton variant="default" onClick={() => setSelection({ hotelId, filter })}>
        Replay all matching …
      </PermissionButton>
      {selection !== null && <ReplaySelection selection={selection} onClose={close} />}
    </Group>
  )
}
