import { Button, type ButtonProps, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Permission } from '../../session/claims.ts'
import { useViewer } from '../../session/session.ts'

export interface PermissionButtonProps extends ButtonProps {
  readonly permission?: Permission
  /** Why nobody can use it now, in a sentence. */
  readonly blocked?: string | undefined
  /** Left out by the button that sends a form. */
  readonly onClick?: () => void
  readonly type?: 'button' | 'submit'
  readonly children: ReactNode
}

/** A button that says why it cannot be used, such as by those without the permission, instead of not being there. */
export function PermissionButton({
  permission = 'ADMIN_EDIT',
  blocked,
  onClick,
  type = 'button',
  children,
  ...props
}: PermissionButtonProps) {
  const isAllowed = useViewer().may(permission)
  if (isAllowed && blocked === undefined) {
    return (
      <Button type={type} onClick={onClick} {...props}>
        {children}
      </Button>
    )
  }
  const reason = isAllowed ? blocked : `This needs the permission ${permission}.`
  return (
    <Tooltip label={reason} withinPortal={false} events={{ hover: true, focus: true, touch: true }}>
      <Button
        {...props}
        data-disabled
        aria-disabled
        aria-description={reason}
        onClick={(event) => event.preventDefault()}
      >
        {children}
      </Button>
    </Tooltip>
  )
}
