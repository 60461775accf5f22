import { useMutation } from '@apollo/client/react'
import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type PayloadError, runMutation } from '../../api/run-mutation.ts'
import { graphql } from '../../gql/gql.ts'
import { ErrorAlert } from '../../ui/actions/error-alert.tsx'
import { PauseDialog } from '../../ui/actions/pause-dialog.tsx'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import type { Channel } from './query.ts'

const pauseDocument = graphql(`
  mutation PauseChannelHere($input: PmsChannelPauseInput!) {
    pauseChannel(input: $input) {
      errors {
        ...ErrorFields
      }
    }
  }
`)

const resumeDocument = graphql(`
  mutation ResumeChannelHere($input: PmsChannelKey!) {
    resumeChannel(input: $input) {
      errors {
        ...ErrorFields
      }
    }
  }
`)

const REFETCH = { refetchQueries: ['HotelChannels'], awaitRefetchQueries: true }

/** Stops and starts what is sent to a channel. */
export function ChannelPause({ channel }: { channel: Channel }) {
  const { hotelId, enabled, name } = channel
  const key = { hotelId, channel: channel.channel }
  const [isAsking, setAsking] = useState(false)
  const [error, setError] = useState<PayloadError | null>(null)
  const [sendPause, { loading: isPausing }] = useMutation(pauseDocument, REFETCH)
  const [sendResume, { loading: isResuming }] = useMutation(resumeDocument, REFETCH)
  const pause = async (reason: string) => {
    const variables = { input: { ...key, reason } }
    const { error } = await runMutation(sendPause({ variables }), (data) => data.pauseChannel.errors)
    setError(error)
    setAsking(false)
  }
  const resume = async () => {
    const { error } = await runMutation(sendResume({ variables: { input: key } }), (data) => data.resumeChannel.errors)
    setError(error)
  }
  return (
    <Stack gap="xs" align="flex-end">
      {enabled ? (
        <PermissionButton variant="default" onClick={() => setAsking(true)}>
          Pause {name} …
        </PermissionButton>
      ) : (
        <PermissionButton onClick={() => void resume()} loading={isResuming}>
          Resume {name}
        </PermissionButton>
      )}
      <ErrorAlert title="Saving failed" error={error} />
      <PauseDialog
        title={`Pause ${name}`}
        isOpen={isAsking}
        isBusy={isPausing}
        onClose={() => setAsking(false)}
        onPause={pause}
      >
        <Text size="sm">
          Nothing is sent until someone resumes, and the channel goes on selling what was sent before: close it there if
          that must not be. Then everything is sent anew.
        </Text>
      </PauseDialog>
    </Stack>
  )
}
