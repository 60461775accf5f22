import { useMutation } from '@apollo/client/react'
import { Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { type PayloadError, runMutation } from '../../../api/run-mutation.ts'
import { graphql } from '../../../gql/gql.ts'
import { ErrorAlert } from '../../../ui/actions/error-alert.tsx'
import { LeaveGuard } from '../../../ui/actions/leave-guard.tsx'
import { PermissionButton } from '../../../ui/actions/permission-button.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { type Account, versionOf } from '../query.ts'
import { Rhythm } from './rhythm.tsx'
import { SchedulePreview } from './schedule-preview.tsx'

const document = graphql(`
  mutation SaveSchedule($input: PmsConfigurationInput!) {
    upsertConfiguration(input: $input) {
      configuration {
        id
        version
        syncSchedule
        nextSyncAt
      }
      errors {
        ...ErrorFields
      }
    }
  }
`)

/** When a hotel’s syncs run by themselves. */
export function Schedule(account: Account) {
  const stored = account.configuration.syncSchedule ?? null
  const [cron, setCron] = useState(stored)
  const [error, setError] = useState<PayloadError | null>(null)
  const [send, { loading }] = useMutation(document)
  const isDirty = cron !== stored
  const save = async () => {
    const input = { ...versionOf(account), syncSchedule: cron }
    const { error } = await runMutation(send({ variables: { input } }), (data) => data.upsertConfiguration.errors)
    setError(error)
  }
  return (
    <Section title="Schedule" description={`In the time zone of ${account.hotelName} (${account.timeZone}).`}>
      <LeaveGuard when={isDirty && !loading} />
      <Stack>
        <Rhythm cron={cron} onChange={setCron} />
        {cron !== null && <SchedulePreview hotelId={account.hotelId} cron={cron} />}
        <ErrorAlert title="Saving failed" error={error} />
        <Group>
          <PermissionButton onClick={save} loading={loading} disabled={!isDirty}>
            Save schedule
          </PermissionButton>
        </Group>
      </Stack>
    </Section>
  )
}
