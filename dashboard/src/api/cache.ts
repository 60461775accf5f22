import { type FieldPolicy, InMemoryCache } from '@apollo/client'

/** What is known of the API, each thing once. */
export const createCache = () =>
  new InMemoryCache({ typePolicies: { Query: { fields: { syncLogs: readOn(['hotelId', 'filter', 'orderBy']) } } } })

interface Page {
  readonly nodes?: readonly unknown[]
  readonly pageInfo?: { readonly endCursor?: string | null }
}

/**
 * A list that is read on as one scrolls: what comes after its end is put there, anything else takes its place. To write
 * ten thousand rows again for each hundred would take longer than to fetch them.
 * @param distinguishedBy arguments that make it another list
 */
function readOn(distinguishedBy: readonly string[]): FieldPolicy<Page> {
  return {
    keyArgs: [...distinguishedBy, 'first', 'last', 'before'],
    merge(existing, incoming, { args }) {
      const isNext = args?.after && args.after === existing?.pageInfo?.endCursor
      return isNext
        ? { ...existing, ...incoming, nodes: [...(existing?.nodes ?? []), ...(incoming.nodes ?? [])] }
        : incoming
    },
  }
}
