import { Text } from '@mantine/core'
import { useState } from 'react'
import { useViewer } from '../../session/session.ts'
import { PermissionButton } from '../actions/permission-button.tsx'

/** Whether a screen shows guests' personal data: not until it is asked to, and only to who may change things. */
export function useMasking() {
  const [isAsked, setAsked] = useState(false)
  const isShown = useViewer().may('ADMIN_EDIT') && isAsked
  return { isShown, toggle: () => setAsked(!isAsked) }
}

export type Masking = ReturnType<typeof useMasking>

/** Shows and hides the personal data of a screen. */
export function RevealButton({ masking: { isShown, toggle } }: { masking: Masking }) {
  return (
    <PermissionButton variant="default" onClick={toggle}>
      {isShown ? 'Hide personal data' : 'Show personal data'}
    </PermissionButton>
  )
}

export interface MaskedProps {
  readonly value: string | null | undefined
  readonly masking: Masking
  /** Sent to nobody who may only look, not even masked. */
  readonly isHidden?: boolean
}

/** Personal data of a guest. For who may only look the API has masked it already. */
export function Masked({ value, masking: { isShown }, isHidden = false }: MaskedProps) {
  const mayEdit = useViewer().may('ADMIN_EDIT')
  if (isHidden && !mayEdit) return <Dimmed>hidden for this account</Dimmed>
  if (!value) return <Dimmed>–</Dimmed>
  return mayEdit && !isShown ? mask(value) : value
}

/** Of one length, whatever the value's is. */
const mask = (value: string) => `${value.slice(0, 1)}•••••`

function Dimmed({ children }: { children: string }) {
  return (
    <Text span inherit c="dimmed">
      {children}
    </Text>
  )
}
