import { Select, type SelectProps } from '@mantine/core'

const ZONES = Intl.supportedValuesOf('timeZone')
const CURRENCIES = Intl.supportedValuesOf('currency')

type ChoiceProps = Pick<SelectProps, 'value' | 'onChange' | 'onBlur' | 'error' | 'name' | 'ref' | 'disabled'>

/** An IANA time zone, found by its city. */
export function ZoneSelect(props: ChoiceProps) {
  return (
    <Select
      {...props}
      label="Time zone"
      data={withValue(ZONES, props.value)}
      searchable
      limit={50}
      nothingFoundMessage="Search for a city, such as Lisbon"
      withAsterisk
    />
  )
}

/** An ISO 4217 currency. */
export function CurrencySelect(props: ChoiceProps) {
  return (
    <Select {...props} label="Currency" data={withValue(CURRENCIES, props.value)} searchable limit={50} withAsterisk />
  )
}

/** A stored value is a choice, even by a name that this browser does not list. */
const withValue = (known: readonly string[], value: string | null | undefined) =>
  value && !known.includes(value) ? [value, ...known] : [...known]
