import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { Choice, EntryField } from './entry-field.ts'

interface EntryProps {
  readonly field: EntryField
  readonly value: string
  readonly choices: readonly Choice[] | undefined
  readonly onChange: (value: string) => void
}

/** The control of a field, as its kind wants it. */
export function Entry({ field: { label, kind, isRequired = false }, value, choices, onChange }: EntryProps) {
  const common = { label, required: isRequired }
  const type = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value)
  if (kind === 'flag')
    return (
      <Checkbox
        label={label}
        checked={value === 'yes'}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? 'yes' : '')}
      />
    )
  if (kind === 'choice')
    return (
      <NativeSelect {...common} value={value} onChange={type} data={[{ value: '', label: '–' }, ...(choices ?? [])]} />
    )
  if (kind === 'text')
    return <Textarea {...common} value={value} onChange={type} maxLength={2_000} autosize minRows={2} />
  return <TextInput {...common} {...INPUTS[kind]} value={value} onChange={type} />
}

const INPUTS = {
  count: { type: 'number', min: 0, max: 99 },
  day: { type: 'date' },
  word: { maxLength: 200 },
} as const
