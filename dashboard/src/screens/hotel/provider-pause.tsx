import { useMutation } from '@apollo/client/react'
import { Alert, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { type PayloadError, runMutation } from '../../api/run-mutation.ts'
import { graphql } from '../../gql/gql.ts'
import type { HotelOverviewQuery } from '../../gql/graphql.ts'
import { ErrorAlert } from '../../ui/actions/error-alert.tsx'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'

type Health = HotelOverviewQuery['providerHealth'][number]

const document = graphql(`
  mutation TryProviderNow($input: PmsConfigurationKey!) {
    tryProviderNow(input: $input) {
      errors {
        ...ErrorFields
      }
    }
  }
`)

interface ProviderPauseProps {
  readonly hotelId: string
  readonly health: Health
  /** Name of the PMS. */
  readonly name: string
  readonly timeZone: string
}

/** Why no requests are sent to a PMS, until when, and the way to ask it at once; nothing while they are sent. */
export function ProviderPause({ hotelId, health, name, timeZone }: ProviderPauseProps) {
  const [error, setError] = useState<PayloadError | null>(null)
  const [send, { loading }] = useMutation(document, { refetchQueries: ['HotelOverview'], awaitRefetchQueries: true })
  const tryNow = async () => {
    const variables = { input: { hotelId, provider: health.provider } }
    const { error } = await runMutation(send({ variables }), (data) => data.tryProviderNow.errors)
    setError(error)
  }
  if (health.nextTryAt === null && error === null) return null
  return (
    <Alert color="orange" variant="outline" mb="md" c="var(--mantine-color-text)" data-provider-pause={health.provider}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          <Reason health={health} name={name} timeZone={timeZone} />
        </Text>
        <PermissionButton variant="default" size="xs" onClick={() => void tryNow()} loading={loading}>
          Try now
        </PermissionButton>
      </Group>
      <ErrorAlert title="The PMS could not be asked" error={error} />
    </Alert>
  )
}

function Reason({ health, name, timeZone }: Pick<ProviderPauseProps, 'health' | 'name' | 'timeZone'>) {
  const { pausedUntil, nextTryAt, since, failures } = health
  if (pausedUntil) {
    return (
      <>
        {name} asked us to wait until <TimeText at={pausedUntil} timeZone={timeZone} />
      </>
    )
  }
  return (
    <>
      {name} has failed {failures} times in a row since <TimeText at={since} timeZone={timeZone} />. It is asked again{' '}
      <TimeText at={nextTryAt} timeZone={timeZone} never="with the next sync" />
    </>
  )
}
