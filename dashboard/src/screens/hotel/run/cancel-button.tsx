import { useMutation } from '@apollo/client/react'
import { notifications } from '@mantine/notifications'
import { runMutation } from '../../../api/run-mutation.ts'
import { graphql } from '../../../gql/gql.ts'
import { PermissionButton } from '../../../ui/actions/permission-button.tsx'
import type { Run } from './run.ts'

const document = graphql(`
  mutation CancelLiveRun($syncLogId: ID!) {
    cancelSync(syncLogId: $syncLogId) {
      syncLog {
        ...HotelRun
      }
      errors {
        ...ErrorFields
      }
    }
  }
`)

/** Stops a run at once and without asking: nothing is lost, the next sync goes on from there. */
export function CancelButton({ run }: { run: Run }) {
  const [cancel, { loading }] = useMutation(document)
  const isCancelling = loading || run.cancelRequestedAt !== null
  const onClick = async () => {
    const { error } = await runMutation(
      cancel({ variables: { syncLogId: run.syncLogId } }),
      ({ cancelSync }) => cancelSync.errors,
    )
    // It has ended by itself meanwhile: that is what was wanted.
    if (error === null || error.code === 'SYNC_NOT_ACTIVE') return
    notifications.show({ color: 'red', title: 'Cancelling failed', message: error.message })
  }
  return (
    <PermissionButton
      size="compact-sm"
      mih={28}
      variant="default"
      onClick={() => void onClick()}
      disabled={isCancelling}
    >
      {isCancelling ? 'Cancelling…' : 'Cancel'}
    </PermissionButton>
  )
}
