import { useMutation } from '@apollo/client/react'
import { graphql } from '../gql/gql.ts'
import type { PmsHotelUpdateInput } from '../gql/graphql.ts'
import { type PayloadError, runMutation } from './run-mutation.ts'

const document = graphql(`
  mutation UpdateHotel($input: PmsHotelUpdateInput!) {
    updateHotel(input: $input) {
      hotel {
        id
      }
      errors {
        ...ErrorFields
      }
    }
  }
`)

/** Changes a hotel; every screen that shows it reads it again. */
export function useUpdateHotel() {
  const [send, { loading, client }] = useMutation(document)
  const update = async (input: PmsHotelUpdateInput): Promise<PayloadError | null> => {
    const { error } = await runMutation(send({ variables: { input } }), ({ updateHotel }) => updateHotel.errors)
    if (error === null) await client.refetchQueries({ include: 'active' })
    return error
  }
  return { update, isUpdating: loading }
}
