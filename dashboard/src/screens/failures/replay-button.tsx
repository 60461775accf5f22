import { useState } from 'react'
import type { PmsReplayInput } from '../../gql/graphql.ts'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import { ReplayFailures } from './replay-failures.tsx'

export type ReplaySelection = Omit<PmsReplayInput, 'dryRun'>

export interface ReplayButtonProps {
  readonly selection: ReplaySelection
  readonly label: string
  readonly size?: 'sm' | 'compact-sm'
  /** When the dialog is closed after something was replayed. */
  readonly onReplayed: () => void
}

/** Opens the dialog that counts first. */
export function ReplayButton({ selection, label, size = 'compact-sm', onReplayed }: ReplayButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const close = (hasReplayed: boolean) => {
    setOpen(false)
    if (hasReplayed) onReplayed()
  }
  return (
    <>
      <PermissionButton variant="default" size={size} mih={28} onClick={() => setOpen(true)}>
        {label}
      </PermissionButton>
      {isOpen && <ReplayFailures selection={selection} onClose={close} />}
    </>
  )
}
