import { useState } from 'react'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import type { EventDetail } from './event-facts.tsx'
import { canReplay } from './events-table.tsx'
import { ReplaySelection } from './replay-selection.tsx'

interface ReplayEventProps {
  readonly event: EventDetail
  readonly onReplayed: () => void
}

export function ReplayEvent({ event: { id, hotelId, status }, onReplayed }: ReplayEventProps) {
  const [isOpen, setOpen] = useState(false)
  const close = (hasReplayed: boolean) => {
    setOpen(false)
    if (hasReplayed) onReplayed()
  }
  if (!canReplay(status)) return null
  return (
    <>
      <PermissionButton variant="default" onClick={() => setOpen(true)}>
        Replay …
      </PermissionButton>
      {isOpen && <ReplaySelection selection={{ hotelId, ids: [id] }} onClose={close} />}
    </>
  )
}
