import { useMutation } from '@apollo/client/react'
import { Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { attempt, type Refusal } from '../../api/attempt.ts'
import { graphql } from '../../gql/gql.ts'
import { useViewer } from '../../session/session.ts'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { PermissionButton } from '../../ui/permission-button.tsx'
import { RefusalAlert } from '../../ui/refusal-alert.tsx'
import { Section } from '../../ui/section.tsx'
import { cronAt, PRESETS, type Preset, presetOf, timeOf } from './cron.ts'
import { type Account, keyOf } from './query.ts'
import { SchedulePreview } from './schedule-preview.tsx'
import { CONTROL_FIRST } from './schema-input.tsx'

const document = graphql(`
  mutation SaveSchedule($input: PmsConfigurationInput!) {
    upsertConfiguration(input: $input) {
      configuration {
        id
        syncSchedule
        nextSyncAt
      }
      errors {
        code
        message
        field
      }
    }
  }
`)

const NIGHT = '30 3 * * *'

/** When a hotel’s syncs run by themselves. */
export function Schedule(account: Account) {
  const stored = account.configuration.syncSchedule ?? null
  const [cron, setCron] = useState(stored)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [send, { loading }] = useMutation(document)
  const isDirty = cron !== stored
  const save = async () => {
    const input = { ...keyOf(account), syncSchedule: cron }
    const { refusal } = await attempt(send({ variables: { input } }), (data) => data.upsertConfiguration.errors)
    setRefusal(refusal)
  }
  return (
    <Section title="Schedule" description={`By the clock of ${account.hotelName} (${account.timeZone}).`}>
      <LeaveGuard when={isDirty && !loading} />
      <Stack>
        <Rhythm cron={cron} onChange={setCron} />
        {cron !== null && <SchedulePreview hotelId={account.hotelId} cron={cron} />}
        <RefusalAlert title="The schedule could not be saved" refusal={refusal} />
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
