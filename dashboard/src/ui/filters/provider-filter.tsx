import { useProviderNames } from '../values/provider-names.ts'
import { ChoiceFilter } from './choice-filter.tsx'

export interface ProviderFilterProps {
  /** Key of the provider. */
  readonly value: string | undefined
  /** undefined: all. */
  readonly onChange: (value: string | undefined) => void
}

/** One of the providers, by the name of its PMS. */
export function ProviderFilter({ value, onChange }: ProviderFilterProps) {
  return <ChoiceFilter label="PMS" width={190} choices={useProviderNames().all} value={value} onChange={onChange} />
}
