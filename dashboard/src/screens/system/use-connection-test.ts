import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { attempt, type Refusal } from '../../api/attempt.ts'
import { graphql } from '../../gql/gql.ts'
import type { TestConnectionMutation } from '../../gql/graphql.ts'
import type { ConnectionProps } from './connection.tsx'
import { type ConnectionValues, inputOf } from './connection-values.ts'
import { keyOf } from './query.ts'
import { tellAtField } from './use-connection-form.ts'

const document = graphql(`
  mutation TestConnection($input: PmsConfigurationTestInput!) {
    testConfiguration(input: $input) {
      ok
      propertyName
      steps {
        name
        detail
        outcome
      }
      errors {
        code
        message
        field
      }
    }
  }
`)

export interface TestResult {
  readonly answer: TestConnectionMutation['testConfiguration'] | null
  /** null: the PMS accepted it. */
  readonly refusal: Refusal | null
}

/** Tries what stands in the form at the PMS; nothing is stored. */
export function useConnectionTest(account: ConnectionProps, form: UseFormReturn<ConnectionValues>) {
  const [send, { loading }] = useMutation(document)
  const [result, setResult] = useState<TestResult | null>(null)
  const test = async (values: ConnectionValues) => {
    setResult(null)
    const input = { ...keyOf(account), ...inputOf(account.provider, values) }
    const { data, refusal } = await attempt(send({ variables: { input } }), (data) => data.testConfiguration.errors)
    if (refusal) tellAtField(form.setError, values, refusal)
    setResult({ answer: data?.testConfiguration ?? null, refusal })
  }
  return { test, result, isTesting: loading }
}
