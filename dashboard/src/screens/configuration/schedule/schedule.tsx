import { useMutation } from '@apollo/client/react'
import { Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type PayloadError, runMutation } from '../../../api/run-mutation.ts'
import { graphql } from '../../../gql/gql.ts'
import { useViewer } from '../../../session/session.ts'
import { ErrorAlert } from '../../../ui/actions/error-alert.tsx'
import { LeaveGuard } from '../../../ui/actions/leave-guard.tsx'
import { PermissionButton } from '../../../ui/actions/permission-button.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { CONTROL_FIRST } from '../connection/schema-input.tsx'
import { type Account, keyOf } from '../query.ts'
import { cronAt, PRESETS, type Preset, presetOf, timeOf } from './cron.ts'
import { SchedulePreview } from './schedule-preview.tsx'

const document = graphql(`
  mutation SaveSchedule($input: PmsConfigurationInput!) {
    upsertConfiguration(input: $input) {
      configuration {
        id
        syncSchedule
        nextSyncAt
      }
      errors {
        ...ErrorFields
      }
    }
  }
`)

const NIGHT = '30 3 * * *'

/** When a hotel’s syncs run by themselves. */
export function Schedule(account: Account) {
  const stored = account.configuration.syncSchedule ?? null
  const [cron, setCron] = useState(stored)
  const [error, setError] = useState<PayloadError | null>(null)
  const [send, { loading }] = useMutation(document)
  const isDirty = cron !== stored
  const save = async () => {
    const input = { ...keyOf(account), syncSchedule: cron }
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

interface RhythmProps {
  readonly cron: string | null
  readonly onChange: (cron: string | null) => void
}

function Rhythm({ cron, onChange }: RhythmProps) {
  const [preset, setPreset] = useState(presetOf(cron))
  const isDisabled = !useViewer().may('ADMIN_EDIT')
  const choose = (next: Preset) => {
    setPreset(next)
    if (next === 'none') onChange(null)
    else if (next === 'nightly') onChange(NIGHT)
    else if (next === 'custom') onChange(cron ?? NIGHT)
    else onChange(next)
  }
  return (
    <Group align="flex-start">
      <NativeSelect
        label="How often"
        value={preset}
        onChange={({ currentTarget }) => choose(currentTarget.value as Preset)}
        data={Object.entries(PRESETS).map(([value, label]) => ({ value, label }))}
        disabled={isDisabled}
      />
      {preset === 'nightly' && (
        <TextInput
          type="time"
          label="At"
          value={timeOf(cron ?? NIGHT) ?? ''}
          onChange={({ currentTarget }) => currentTarget.value !== '' && onChange(cronAt(currentTarget.value))}
          disabled={isDisabled}
        />
      )}
      {preset === 'custom' && (
        <TextInput
          label="Cron expression"
          description="minute hour day month weekday"
          inputWrapperOrder={[...CONTROL_FIRST]}
          value={cron ?? ''}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          spellCheck={false}
          autoComplete="off"
          disabled={isDisabled}
        />
      )}
    </Group>
  )
}
