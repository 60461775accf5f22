import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { type PayloadError, runMutation } from '../../../api/run-mutation.ts'
import { graphql } from '../../../gql/gql.ts'
import type { RotateSecretMutation } from '../../../gql/graphql.ts'
import { Dialog } from '../../../ui/actions/dialog.tsx'
import { type Account, keyOf } from '../query.ts'
import { NewSecret } from './new-secret.tsx'
import { RotateForm, type RotateValues } from './rotate-form.tsx'

const document = graphql(`
  mutation RotateSecret($input: PmsWebhookSecretInput!) {
    rotateWebhookSecret(input: $input) {
      url
      secret
      previousUntil
      errors {
        ...ErrorFields
      }
    }
  }
`)

export type Rotated = RotateSecretMutation['rotateWebhookSecret']

interface RotateSecretProps {
  readonly account: Account
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Makes a new address and secret. They are in this dialog while it is open, and nowhere in the page after that. */
export function RotateSecret({ account, isOpen, onClose }: RotateSecretProps) {
  const [rotated, setRotated] = useState<Rotated | null>(null)
  const [error, setError] = useState<PayloadError | null>(null)
  // Neither the client's memory nor a later screen may hold them.
  const [send, { loading, reset }] = useMutation(document, { fetchPolicy: 'no-cache' })
  const rotate = async (values: RotateValues) => {
    const input = { ...keyOf(account), ...values }
    const { data, error } = await runMutation(send({ variables: { input } }), (data) => data.rotateWebhookSecret.errors)
    reset()
    setError(error)
    if (error === null) setRotated(data?.rotateWebhookSecret ?? null)
  }
  const close = () => {
    onClose()
    setRotated(null)
    setError(null)
    if (rotated !== null) void account.reload()
  }
  const { hasKey = false } = account.configuration.webhookEndpoint ?? {}
  return (
    <Dialog
      title={rotated === null ? 'New URL and secret' : 'Store these now'}
      isOpen={isOpen}
      onClose={close}
      isSticky={rotated !== null}
    >
      {rotated === null ? (
        <RotateForm hasKey={hasKey} error={error} isBusy={loading} onSubmit={rotate} onCancel={close} />
      ) : (
        <NewSecret account={account} rotated={rotated} hadKey={hasKey} onDone={close} />
      )}
    </Dialog>
  )
}
