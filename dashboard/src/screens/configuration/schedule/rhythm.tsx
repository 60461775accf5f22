import { Group, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useViewer } from '../../../session/session.ts'
import { CONTROL_FIRST } from '../connection/schema-input.tsx'
import { cronAt, PRESETS, type Preset, presetOf, timeOf } from './cron.ts'

const NIGHT = '30 3 * * *'

interface RhythmProps {
  readonly cron: string | null
  readonly onChange: (cron: string | null) => void
}

/** How often a hotel is synced, as a cron expression. */
export function Rhythm({ cron, onChange }: RhythmProps) {
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
