import { useQuery } from '@apollo/client/react'
import { reload } from '../../api/reload.ts'
import { graphql } from '../../gql/gql.ts'

const document = graphql(`
  query FirstHotel {
    registrations(first: 1) {
      nodes {
        hotel {
          id
        }
      }
    }
  }
`)

/** The hotel that is shown while none is chosen: most people have one. */
export function useFirstHotel(isWanted: boolean) {
  const { data, loading, error, refetch } = useQuery(document, { skip: !isWanted })
  return {
    hotelId: data?.registrations.nodes[0]?.hotel.id,
    isLoading: loading,
    failure: error === undefined ? null : { error, retry: () => void reload({ refetch }) },
  }
}
