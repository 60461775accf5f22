import { NativeSelect } from '@mantine/core'

export interface ChoiceFilterProps<T extends string> {
  readonly label: string
  /** Value → word. */
  readonly choices: Readonly<Record<T, string>>
  /** Word for none of them. */
  readonly all?: string
  /** In px, for choices that come later: nothing moves then. */
  readonly width?: number
  readonly value: T | undefined
  /** undefined: all. Put it into the address, with `firstPage`. */
  readonly onChange: (value: T | undefined) => void
}

/** One of a few values, or all. */
export function ChoiceFilter<T extends string>({
  label,
  choices,
  all = 'All',
  width,
  value,
  onChange,
}: ChoiceFilterProps<T>) {
  const values = Object.keys(choices) as T[]
  return (
    <NativeSelect
      label={label}
      w={width}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(values.find((known) => known === currentTarget.value))}
      data={[{ value: '', label: all }, ...values.map((known) => ({ value: known, label: choices[known] }))]}
    />
  )
}
