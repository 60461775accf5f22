import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { graphql } from '../../gql/gql.ts'

const document = graphql(`
  query ProviderNames {
    providers {
      key
      name
    }
  }
`)

/** Display names of the providers by key; the key itself until they are loaded. Fetched once. */
export function useProviderNames(): { all: Readonly<Record<string, string>>; nameOf(key: string): string } {
  const { data } = useQuery(document, { fetchPolicy: 'cache-first' })
  return useMemo(() => {
    const all = Object.fromEntries((data?.providers ?? []).map(({ key, name }) => [key, name]))
    return { all, nameOf: (key) => all[key] ?? key }
  }, [data])
}
