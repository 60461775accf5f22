import { NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import type { UseFormRegisterReturn } from 'react-hook-form'
import type { SchemaField } from './schema-fields.ts'

export interface SchemaInputProps {
  readonly field: SchemaField
  readonly control: UseFormRegisterReturn
  readonly error: string | undefined
  /** A value is kept that is not shown; left empty, it stays. */
  readonly isStored: boolean
  readonly isDisabled: boolean
}

/** So that controls side by side stand in one line, however long their descriptions are. */
export const CONTROL_FIRST = ['label', 'input', 'description', 'error'] as const

/** The control of one field. */
export function SchemaInput({ field, control, error, isStored, isDisabled }: SchemaInputProps) {
  const { title, description, kind, isRequired, choices } = field
  const common = {
    ...control,
    label: title,
    description,
    error,
    inputWrapperOrder: [...CONTROL_FIRST],
    withAsterisk: isRequired && !isStored,
    'aria-required': isRequired && !isStored,
    disabled: isDisabled,
  }
  const placeholder = isStored ? 'stored · leave empty to keep it' : undefined
  if (kind === 'choice' || kind === 'boolean') {
    return <NativeSelect {...common} data={[{ value: '', label: '–' }, ...optionsOf(kind, choices)]} />
  }
  if (kind === 'secret') {
    return (
      <PasswordInput
        {...common}
        placeholder={placeholder}
        autoComplete="new-password"
        spellCheck={false}
        aria-invalid={error !== undefined}
        visibilityToggleButtonProps={{ 'aria-label': `Show or hide: ${title}` }}
        visibilityToggleFocusable
      />
    )
  }
  const type = { text: 'text', url: 'url', date: 'date', number: 'number' }[kind]
  return <TextInput {...common} type={type} placeholder={placeholder} autoComplete="off" spellCheck={false} />
}

function optionsOf(kind: SchemaField['kind'], choices: readonly string[]) {
  if (kind === 'choice') return choices.map((value) => ({ value, label: value }))
  return [
    { value: 'true', label: 'Yes' },
    { value: 'false', label: 'No' },
  ]
}
