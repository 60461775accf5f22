import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { type FieldPath, useForm } from 'react-hook-form'
import { type PayloadError, runMutation } from '../../../api/run-mutation.ts'
import { graphql } from '../../../gql/gql.ts'
import { versionOf } from '../query.ts'
import type { ConnectionProps } from './connection.tsx'
import { type ConnectionValues, inputOf, valuesOf } from './connection-values.ts'
import { useConnected } from './use-connected.ts'

const document = graphql(`
  mutation SaveConnection($input: PmsConfigurationInput!) {
    upsertConfiguration(input: $input) {
      configuration {
        id
        version
        settings
        externalHotelId
        credentialFields
      }
      errors {
        ...ErrorFields
      }
    }
  }
`)

/** Often enough for a front desk, and seldom enough for every PMS. */
const PROPOSED_SCHEDULE = '*/15 * * * *'

/** The form of a connection, and what happens when it is sent. */
export function useConnectionForm(account: ConnectionProps) {
  const { provider, configuration, reload } = account
  const form = useForm<ConnectionValues>({ defaultValues: valuesOf(provider, configuration) })
  const [send, { loading }] = useMutation(document)
  const [error, setError] = useState<PayloadError | null>(null)
  const isNew = configuration === null
  const [schedule, setSchedule] = useState<string | null>(PROPOSED_SCHEDULE)
  const connected = useConnected(account)
  const save = async (values: ConnectionValues) => {
    const connection = { ...versionOf(account), ...inputOf(provider, values) }
    const input = isNew ? { ...connection, syncSchedule: schedule, firstSync: true } : connection
    const { data, error } = await runMutation(send({ variables: { input } }), (data) => data.upsertConfiguration.errors)
    setError(error && setFieldError(form.setError, form.getValues(), error) ? null : error)
    if (error !== null) return
    // What was typed is gone from the page as soon as it is stored.
    form.reset(valuesOf(provider, { ...configuration, ...data?.upsertConfiguration.configuration } as never))
    await (isNew ? connected() : reload())
  }
  return { form, save, error, isSaving: loading, schedule, setSchedule }
}

type SetError = ReturnType<typeof useForm<ConnectionValues>>['setError']

/** Puts a error where its cause is. @returns false when the form has no such field */
export function setFieldError(setError: SetError, values: ConnectionValues, { field, message }: PayloadError): boolean {
  if (!isField(values, field)) return false
  setError(field, { type: 'server', message }, { shouldFocus: true })
  return true
}

function isField(values: ConnectionValues, path: string | null): path is FieldPath<ConnectionValues> {
  const [group, name] = path?.split('.') ?? []
  if (name === undefined) return group === 'externalHotelId'
  return (group === 'credentials' || group === 'settings') && name in values[group]
}
