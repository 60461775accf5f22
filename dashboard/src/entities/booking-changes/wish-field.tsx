import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { Field } from './wishes.ts'

interface WishFieldProps {
  readonly field: Field
  readonly value: string
  readonly choices: readonly { value: string; label: string }[] | undefined
  readonly onChange: (value: string) => void
}

/** One thing to enter, as its kind wants it. */
export function WishField({ field: { label, kind, isRequired = false }, value, choices, onChange }: WishFieldProps) {
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
  const counts = kind === 'count' ? { type: 'number', min: 0, max: 99 } : { type: 'date' }
  return <TextInput {...common} {...counts} value={value} onChange={type} />
}
