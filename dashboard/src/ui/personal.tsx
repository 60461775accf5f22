import { Text } from '@mantine/core'
import { useState } from 'react'
import { useViewer } from '../session/session.ts'
import { PermissionButton } from './permission-button.tsx'

/** Whether a screen shows guests' personal data: not until it is asked to, and only to who may change things. */
export function usePersonalData() {
  const [isAsked, setAsked] = useState(false)
  const isShown = useViewer().may('ADMIN_EDIT') && isAsked
  return { isShown, toggle: () => setAsked(!isAsked) }
}

export type PersonalData = ReturnType<typeof usePersonalData>

/** Covers and uncovers all personal data of a screen. */
export function PersonalDataButton({ data: { isShown, toggle } }: { data: PersonalData }) {
  return (
    <PermissionButton variant="default" onClick={toggle}>
      {isShown ? 'Hide personal data' : 'Show personal data'}
    </PermissionButton>
  )
}

export interface PersonalProps {
  readonly value: string | null | undefined
  readonly data: PersonalData
  /** Whether nothing at all of it is told to who may only look. */
  readonly isHidden?: boolean
}

/** Personal data of a guest. To who may only look the API has masked it already. */
export function Personal({ value, data: { isShown }, isHidden = false }: PersonalProps) {
  const mayEdit = useViewer().may('ADMIN_EDIT')
  if (isHidden && !mayEdit) return <Dimmed>not for this account</Dimmed>
  if (!value) return <Dimmed>–</Dimmed>
  return mayEdit && !isShown ? cover(value) : value
}

/** Of one length whatever is under it. */
const cover = (value: string) => `${value.slice(0, 1)}•••••`

function Dimmed({ children }: { children: string }) {
  return (
    <Text span inherit c="dimmed">
      {children}
    </Text>
  )
}
