import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { type PayloadError, runMutation } from '../../../api/run-mutation.ts'
import { graphql } from '../../../gql/gql.ts'
import type { TestConnectionMutation } from '../../../gql/graphql.ts'
import { keyOf } from '../query.ts'
import type { ConnectionProps } from './connection.tsx'
import { type ConnectionValues, inputOf } from './connection-values.ts'
import { setFieldError } from './use-connection-form.ts'

const document = graphql(`
  mutation TestConnection($input: PmsConfigurationTestInput!) {
    testConfiguration(input: $input) {
      ok
      propertyName
      propertyTimeZone
      steps {
        name
        detail
        outcome
      }
      errors {
        ...ErrorFields
      }
    }
  }
`)

export interface TestResult {
  readonly answer: TestConnectionMutation['testConfiguration'] | null
  /** null: the PMS accepted it. */
  readonly error: PayloadError | null
}

/** Tests the values of the form with the PMS; nothing is stored. */
export function useConnectionTest(account: ConnectionProps, form: UseFormReturn<ConnectionValues>) {
  const [send, { loading }] = useMutation(document)
  const [result, setResult] = useState<TestResult | null>(null)
  const test = async (values: ConnectionValues) => {
    setResult(null)
    const input = { ...keyOf(account), ...inputOf(account.provider, values) }
    const { data, error } = await runMutation(send({ variables: { input } }), (data) => data.testConfiguration.errors)
    if (error) setFieldError(form.setError, values, error)
    setResult({ answer: data?.testConfiguration ?? null, error })
  }
  return { test, result, isTesting: loading }
}
