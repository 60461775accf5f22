import { NativeSelect } from '@mantine/core'

export interface ChoiceFilterProps<T extends string> {
  readonly label: string
  /** Value → word. */
  readonly choices: Readonly<Record<T, string>>
  readonly value: T | undefined
  /** Told undefined for all. Put it into the address, with `firstPage`. */
  readonly onChange: (value: T | undefined) => void
}

/** One of a few values, or all. */
export function ChoiceFilter<T extends string>({ label, choices, value, onChange }: ChoiceFilterProps<T>) {
  const values = Object.keys(choices) as T[]
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(values.find((known) => known === currentTarget.value))}
      data={[{ value: '', label: 'All' }, ...values.map((known) => ({ value: known, label: choices[known] }))]}
    />
  )
}
