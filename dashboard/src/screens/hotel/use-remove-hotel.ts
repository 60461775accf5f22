import { useMutation } from '@apollo/client/react'
import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type PayloadError, runMutation } from '../../api/run-mutation.ts'
import { graphql } from '../../gql/gql.ts'

const document = graphql(`
  mutation RemoveHotel($input: PmsHotelRemovalInput!) {
    removeHotel(input: $input) {
      removedHotelId
      errors {
        ...ErrorFields
      }
    }
  }
`)

/** Removes a hotel, and leaves for the fleet. */
export function useRemoveHotel(hotelId: string) {
  const navigate = useNavigate()
  const [error, setError] = useState<PayloadError | null>(null)
  const [send, { loading, client }] = useMutation(document)
  const remove = async (confirmation: string) => {
    const input = { hotelId, confirmation }
    const { error } = await runMutation(send({ variables: { input } }), (data) => data.removeHotel.errors)
    setError(error)
    if (error !== null) return
    notifications.show({ color: 'teal', title: 'Hotel removed', message: 'Everything that was stored of it is gone.' })
    await navigate({ to: '/' })
    // Nothing of it may come back from what this page remembers.
    await client.resetStore().catch(() => {})
  }
  return { remove, error, isRemoving: loading }
}
