import { Alert } from '@mantine/core'
import type { Failure } from '../api/failure.ts'

/** Why a button did not do what it says, next to it. */
export function RefusalAlert({ title, refusal }: { title: string; refusal: Failure | null }) {
  if (refusal === null) return null
  const { code, message, requestId } = refusal
  return (
    <Alert color="red" variant="outline" role="alert" title={title} c="var(--mantine-color-text)">
      {message} ({[code, requestId].filter(Boolean).join(' · ')})
    </Alert>
  )
}
