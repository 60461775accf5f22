import { useQuery } from '@apollo/client/react'
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { graphql } from '../../gql/gql.ts'

const document = graphql(`
  query HotelChoices($search: String, $chosen: [ID!]!) {
    found: registrations(first: 50, filter: { search: $search }) {
      nodes {
        name
        hotel {
          id
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    chosen: registrations(first: 1, filter: { hotelIds: $chosen }) {
      nodes {
        name
        hotel {
          id
        }
      }
    }
  }
`)

const MORE = { value: '', label: 'More hotels: type part of a name', disabled: true }

export interface HotelFilterProps {
  /** Id of the hotel. */
  readonly value: string | undefined
  /** undefined: all. */
  readonly onChange: (value: string | undefined) => void
  /** What stands there while none is chosen. */
  readonly placeholder?: string
}

/** One of the viewer's hotels, found by a part of its name: there may be thousands. */
export function HotelFilter({ value, onChange, placeholder = 'All' }: HotelFilterProps) {
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, 200)
  const [chosenName, setChosenName] = useState('')
  const { data, previousData } = useQuery(document, {
    variables: { search: search === chosenName ? '' : search, chosen: value === undefined ? [] : [value] },
  })
  const { found, chosen } = data ?? previousData ?? {}
  const hotels = new Map([...(chosen?.nodes ?? []), ...(found?.nodes ?? [])].map(({ name, hotel }) => [hotel.id, name]))
  return (
    <Select
      label="Hotel"
      placeholder={placeholder}
      data={[
        ...[...hotels].map(([value, label]) => ({ value, label })),
        ...(found?.pageInfo.hasNextPage ? [MORE] : []),
      ]}
      value={value ?? null}
      onChange={(id) => {
        setChosenName(hotels.get(id ?? '') ?? '')
        onChange(id ?? undefined)
      }}
      searchable
      onSearchChange={setTyped}
      filter={({ options }) => options}
      clearable
      clearButtonProps={{ 'aria-label': 'All hotels' }}
      nothingFoundMessage="No hotel matches"
    />
  )
}
