import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { attempt, type Refusal } from '../../api/attempt.ts'
import { graphql } from '../../gql/gql.ts'
import { PermissionButton } from '../../ui/permission-button.tsx'
import { RefusalAlert } from '../../ui/refusal-alert.tsx'
import type { Run } from './describe-run.ts'

const document = graphql(`
  mutation CancelRun($id: ID!) {
    cancelSync(syncLogId: $id) {
      syncLog {
        id
        status
        cancelRequestedAt
      }
      errors {
        code
        message
      }
    }
  }
`)

/** Asks a run to stop after the page that it is at. */
export function CancelButton({ run: { id, cancelRequestedAt } }: { run: Run }) {
  const [cancel, { loading }] = useMutation(document)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const ask = async () => {
    const answer = await attempt(cancel({ variables: { id } }), ({ cancelSync }) => cancelSync.errors)
    setRefusal(answer.refusal)
  }
  return (
    <>
      <PermissionButton
        color="red"
        variant="outline"
        onClick={ask}
        loading={loading}
        disabled={Boolean(cancelRequestedAt)}
      >
        {cancelRequestedAt ? 'Is being cancelled' : 'Cancel'}
      </PermissionButton>
      <RefusalAlert title="It was not cancelled" refusal={refusal} />
    </>
  )
}
