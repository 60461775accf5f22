import { Text } from '@mantine/core'
import { useViewer } from '../../session/session.ts'
import { PermissionButton } from '../actions/permission-button.tsx'
import type { Masking } from './use-masking.ts'

/** Shows and hides personal data, here and on every other screen. */
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
