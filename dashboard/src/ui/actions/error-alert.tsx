import { Alert } from '@mantine/core'
import type { Failure } from '../../api/failure.ts'
import { TextLink } from './link.tsx'

interface ErrorAlertProps {
  readonly title: string
  /** With the run that is in the way, where there is one. */
  readonly error: (Failure & { readonly syncLogId?: string | null }) | null
}

/** Why an action failed, next to its button. */
export function ErrorAlert({ title, error }: ErrorAlertProps) {
  if (error === null) return null
  const { code, message, requestId, syncLogId } = error
  return (
    <Alert color="red" variant="outline" role="alert" title={title} c="var(--mantine-color-text)">
      {message} ({[code, requestId].filter(Boolean).join(' · ')}){' '}
      {syncLogId && (
        <TextLink to="/syncs/$syncLogId" params={{ syncLogId }} underline="always">
          Open the active run
        </TextLink>
      )}
    </Alert>
  )
}
