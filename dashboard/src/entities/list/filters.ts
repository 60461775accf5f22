import { choice, text } from '../../ui/table/paging.ts'
import type { ListSearch } from './search.ts'

interface Common {
  readonly label: string
  /** Shown behind “More filters”. */
  readonly isRare?: boolean
  /** In px. */
  readonly width?: number
}

export interface TextSpec extends Common {
  readonly kind: 'text' | 'search'
  readonly placeholder?: string
  readonly maxLength?: number
  readonly isUpperCase?: boolean
}

export interface DaySpec extends Common {
  readonly kind: 'day'
}

export interface ChoiceSpec<Value extends string = string> extends Common {
  readonly kind: 'choice'
  /** Value → label. */
  readonly choices: Readonly<Record<Value, string>>
}

/** Filters of a list by their names in the address. */
export type FilterSpecs = Readonly<Record<string, TextSpec | DaySpec | ChoiceSpec>>

export type FilterValues<Specs extends FilterSpecs> = {
  readonly [Name in keyof Specs]?: ValueOf<Specs[Name]> | undefined
}

type ValueOf<Spec> = Spec extends { readonly choices: Readonly<Record<infer Value extends string, string>> }
  ? Value
  : string

/** What of the address is a value of these filters. */
export const filterValues = <Specs extends FilterSpecs>(specs: Specs, search: ListSearch) =>
  Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [name, readValue(spec, search[name])]),
  ) as FilterValues<Specs>

function readValue(spec: FilterSpecs[string], value: unknown): string | undefined {
  if (spec.kind === 'choice') return choice(value, Object.keys(spec.choices))
  if (spec.kind === 'day') return day(value)
  return text(value)
}

/** A day of the hotel's calendar, or nothing. */
const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined)

/** A range of days, either end of which may be open. */
export const daysBetween = (from: string | undefined, to: string | undefined) =>
  from === undefined && to === undefined ? null : { from: from ?? null, to: to ?? null }

/** As filters by enum take it. */
export const oneOf = <Value>(value: Value | undefined) => (value === undefined ? null : [value])
