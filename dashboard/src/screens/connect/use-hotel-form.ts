import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { type PayloadError, runMutation } from '../../api/run-mutation.ts'
import { graphql } from '../../gql/gql.ts'
import { useViewer } from '../../session/session.ts'

const addDocument = graphql(`
  mutation AddHotel($input: PmsHotelInput!) {
    registerHotel(input: $input) {
      hotel {
        id
      }
      errors {
        ...ErrorFields
      }
    }
  }
`)

const knownDocument = graphql(`
  query KnownHotel($hotelIds: [ID!]!) {
    registrations(first: 1, filter: { hotelIds: $hotelIds }) {
      nodes {
        name
      }
    }
  }
`)

interface HotelValues {
  id: string
  name: string
  slug: string
  timeZone: string | null
  currency: string | null
}

const FIELDS = ['id', 'name', 'slug', 'timeZone', 'currency'] as const

export function useHotelForm(onAdded: (hotelId: string) => void) {
  const { hotelIds } = useViewer()
  const client = useApolloClient()
  const [error, setError] = useState<PayloadError | null>(null)
  const id = hotelIds.includes('*') ? '' : (hotelIds[0] ?? '')
  const form = useForm<HotelValues>({ defaultValues: { id, name: '', slug: '', timeZone: null, currency: null } })

  /** Registering a hotel again would change it, which nobody means who adds one. */
  const isKnown = async (id: string) => {
    const query = client.query({ query: knownDocument, variables: { hotelIds: [id] }, fetchPolicy: 'network-only' })
    const { data } = await runMutation(query, () => [])
    return data !== null && data.registrations.nodes.length > 0
  }
  const add = async ({ id, name, slug, timeZone, currency }: HotelValues) => {
    const input = { id: id.trim() || null, name, slug, timeZone: timeZone ?? '', currency: currency ?? '' }
    if (input.id !== null && (await isKnown(input.id))) {
      return form.setError('id', { type: 'server', message: 'This id is already in use.' }, { shouldFocus: true })
    }
    const mutation = client.mutate({ mutation: addDocument, variables: { input } })
    const { data, error } = await runMutation(mutation, ({ registerHotel }) => registerHotel.errors)
    if (error === null) return onAdded(data?.registerHotel.hotel?.id ?? '')
    const field = FIELDS.find((known) => known === error.field)
    if (field) form.setError(field, { type: 'server', message: error.message }, { shouldFocus: true })
    setError(field ? null : error)
  }
  return { form, save: add, error, isSaving: form.formState.isSubmitting }
}
