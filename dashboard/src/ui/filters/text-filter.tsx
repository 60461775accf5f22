import { TextInput, type TextInputProps } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useState } from 'react'

export interface TextFilterProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  readonly label: string
  readonly value: string | undefined
  /** Called when the typing has paused; undefined: any. */
  readonly onChange: (value: string | undefined) => void
}

const PAUSE_MS = 300

/** Filters by what is typed, or by a day with `type="date"`. */
export function TextFilter({ value, onChange, ...props }: TextFilterProps) {
  const [typed, setTyped] = useState(value ?? '')
  const report = useDebouncedCallback((next: string) => onChange(next.trim() || undefined), PAUSE_MS)
  // The address may change by itself, as by the browser's “back”.
  useEffect(() => setTyped((before) => (before.trim() === (value ?? '') ? before : (value ?? ''))), [value])
  return (
    <TextInput
      {...props}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        report(currentTarget.value)
      }}
    />
  )
}
