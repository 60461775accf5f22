import { ChoiceFilter } from './choice-filter.tsx'
import { useProviderNames } from './provider-names.ts'

export interface ProviderFilterProps {
  /** Key of the provider. */
  readonly value: string | undefined
  /** Told undefined for all. */
  readonly onChange: (value: string | undefined) => void
}

/** One of the kinds of system that hotels are synced from. */
export function ProviderFilter({ value, onChange }: ProviderFilterProps) {
  return <ChoiceFilter label="System" width={190} choices={useProviderNames().all} value={value} onChange={onChange} />
}
