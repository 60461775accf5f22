import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { type FieldPath, useForm } from 'react-hook-form'
import { attempt, type Refusal } from '../../api/attempt.ts'
import { graphql } from '../../gql/gql.ts'
import type { ConnectionProps } from './connection.tsx'
import { type ConnectionValues, inputOf, valuesOf } from './connection-values.ts'
import { keyOf } from './query.ts'

const document = graphql(`
  mutation SaveConnection($input: PmsConfigurationInput!) {
    upsertConfiguration(input: $input) {
      configuration {
        id
        settings
        externalHotelId
        credentialFields
      }
      errors {
        code
        message
        field
      }
    }
  }
`)

/** The form of a connection, and what happens when it is sent. */
export function useConnectionForm(account: ConnectionProps) {
  const { provider, configuration, reload } = account
  const form = useForm<ConnectionValues>({ defaultValues: valuesOf(provider, configuration) })
  const [send, { loading }] = useMutation(document)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const save = async (values: ConnectionValues) => {
    const input = { ...keyOf(account), ...inputOf(provider, values) }
    const { data, refusal } = await attempt(send({ variables: { input } }), (data) => data.upsertConfiguration.errors)
    setRefusal(refusal && tellAtField(form.setError, form.getValues(), refusal) ? null : refusal)
    if (refusal !== null) return
    // What was typed is gone from the page as soon as it is stored.
    form.reset(valuesOf(provider, { ...configuration, ...data?.upsertConfiguration.configuration } as never))
    await reload()
  }
  return { form, save, refusal, isSaving: loading }
}

type SetError = ReturnType<typeof useForm<ConnectionValues>>['setError']

/** Puts a refusal where its cause is. @returns false when the form has no such field */
export function tellAtField(setError: SetError, values: ConnectionValues, { field, message }: Refusal): boolean {
  if (!isField(values, field)) return false
  setError(field, { type: 'server', message }, { shouldFocus: true })
  return true
}

function isField(values: ConnectionValues, path: string | null): path is FieldPath<ConnectionValues> {
  const [group, name] = path?.split('.') ?? []
  if (name === undefined) return group === 'externalHotelId'
  return (group === 'credentials' || group === 'settings') && name in values[group]
}
