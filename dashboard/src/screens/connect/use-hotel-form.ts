import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { attempt, type Refusal } from '../../api/attempt.ts'
import { graphql } from '../../gql/gql.ts'
import { useViewer } from '../../session/session.ts'

const addDocument = graphql(`
  mutation AddHotel($input: PmsHotelInput!) {
    registerHotel(input: $input) {
      hotel {
        id
      }
      errors {
        code
        message
        field
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

export function useHotelForm(onAdded: (hotelId: string) => void) {
  const { hotelIds } = useViewer()
  const client = useApolloClient()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const id = hotelIds.includes('*') ? '' : (hotelIds[0] ?? '')
  const form = useForm<HotelValues>({ defaultValues: { id, name: '', slug: '', timeZone: null, currency: null } })

  /** Registering a hotel again would change it, which nobody means who adds one. */
  const refuseKnown = async (id: string | null): Promise<Pick<Refusal, 'message' | 'field'> | null> => {
    if (id === null) return null
    const variables = { hotelIds: [id] }
    const asked = client.query({ query: knownDocument, variables, fetchPolicy: 'network-only' })
    const { data, refusal } = await attempt(asked, () => [])
    if (refusal !== null || data?.registrations.nodes.length === 0) return refusal
    return { field: 'id', message: 'A hotel of this id is here already.' }
  }
  const add = async ({ id, name, slug, timeZone, currency }: HotelValues) => {
    const input = { id: id.trim() || null, name, slug, timeZone: timeZone ?? '', currency: currency ?? '' }
    const known = await refuseKnown(input.id)
    if (known !== null) return refused(known)
    const mutation = client.mutate({ mutation: addDocument, variables: { input } })
    const { data, refusal } = await attempt(mutation, ({ registerHotel }) => registerHotel.errors)
    if (refusal !== null) return refused(refusal)
    onAdded(data?.registerHotel.hotel?.id ?? '')
  }
  const refused = ({
    code = 'BAD_USER_INPUT',
    message,
    field,
    requestId = null,
  }: Partial<Refusal> & { message: string }) => {
    const name = (['id', 'name', 'slug', 'timeZone', 'currency'] as const).find((known) => known === field)
    if (name) form.setError(name, { type: 'server', message }, { shouldFocus: true })
    else setRefusal({ code, message, requestId, field: null })
  }
  return { form, save: add, refusal, isSaving: form.formState.isSubmitting }
}
