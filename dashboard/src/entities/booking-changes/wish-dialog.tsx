import { useApolloClient, useQuery } from '@apollo/client/react'
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type PayloadError, runMutation } from '../../api/run-mutation.ts'
import type { ChangeAnswerFragment } from '../../gql/graphql.ts'
import { Dialog } from '../../ui/actions/dialog.tsx'
import { ErrorAlert } from '../../ui/actions/error-alert.tsx'
import { ACTIONS } from '../changes/words.ts'
import { bookingChoicesDocument } from './documents.ts'
import { WishField } from './wish-field.tsx'
import { WishPreview } from './wish-preview.tsx'
import type { Booking, Wish } from './wishes.ts'

interface WishDialogProps {
  readonly wish: Wish
  readonly booking: Booking
  readonly onClose: () => void
  readonly onSent: () => void
}

/** What is to be changed, then what would become of it by a look at the PMS; only then it can be sent. */
export function WishDialog({ wish, booking, onClose, onSent }: WishDialogProps) {
  const { hotelId, id: bookingId, provider } = booking
  const client = useApolloClient()
  // As it was opened: that is what the person saw, whatever comes meanwhile.
  const [seen] = useState(booking)
  const [entered, setEntered] = useState(() =>
    Object.fromEntries(wish.fields.map(({ name, first }) => [name, first(seen)])),
  )
  const [reason, setReason] = useState('')
  const [preview, setPreview] = useState<ChangeAnswerFragment['preview']>(null)
  const [error, setError] = useState<PayloadError | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { data: known } = useQuery(bookingChoicesDocument, {
    variables: { hotelId, provider },
    skip: !wish.fields.some(({ choices }) => choices),
  })
  const enter = (name: string, value: string) => {
    setPreview(null)
    setEntered((before) => ({ ...before, [name]: value }))
  }
  const ask = async (dryRun: boolean) => {
    setBusy(true)
    const common = { hotelId, bookingId, dryRun, reason: reason.trim() || null }
    const { data, error } = await runMutation(wish.send(client, common, entered, seen), ({ result }) => result.errors)
    setBusy(false)
    setError(error)
    setPreview(data?.result.preview ?? null)
    if (dryRun && error === null) return
    onSent()
    if (error === null) onClose()
  }
  const look = (event: FormEvent) => {
    event.preventDefault()
    void ask(true)
  }
  return (
    <Dialog title={ACTIONS[wish.action]} isOpen onClose={onClose}>
      <form onSubmit={look}>
        <Stack>
          {wish.fields
            .filter(({ isNeeded }) => isNeeded?.(entered, seen) ?? true)
            .map((field) => (
              <WishField
                key={field.name}
                field={field}
                value={entered[field.name] ?? ''}
                choices={known && field.choices?.(known)}
                onChange={(value) => enter(field.name, value)}
              />
            ))}
          <TextInput
            label="Reason, for whoever reads it later"
            maxLength={200}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <ErrorAlert title="It cannot be changed like this" error={error} />
          <WishPreview preview={preview} provider={provider} known={known} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <Button type="submit" variant={preview ? 'default' : 'filled'} loading={isBusy}>
              Look what it would do
            </Button>
            {preview?.outcome === 'SEND' && (
              <Button loading={isBusy} onClick={() => void ask(false)}>
                Send to the PMS
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
