import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { type PayloadError, runMutation } from '../../api/run-mutation.ts'
import type { ChangeAnswerFragment } from '../../gql/graphql.ts'
import { Dialog } from '../../ui/actions/dialog.tsx'
import { ErrorAlert } from '../../ui/actions/error-alert.tsx'
import { ChangePreview } from './change-preview.tsx'
import { Entry } from './entry.tsx'
import type { Choice, Entered, EntryField } from './entry-field.ts'
import type { Known } from './value-names.ts'

/** What a mutation that asks for a change answers. */
export type Answer = { readonly data?: { readonly result: ChangeAnswerFragment } | null | undefined }

export interface AskDialogProps {
  readonly title: string
  readonly provider: string
  readonly known: Known | undefined
  /** What there is to enter, with the choices as far as they are known; by what has been entered so far. */
  readonly fields: (entered: Entered) => readonly (EntryField & { readonly choices?: readonly Choice[] | undefined })[]
  readonly first: Entered
  readonly hasReason?: boolean
  /** Asks for it; with `dryRun` only what would become of it. */
  readonly ask: (entered: Entered, more: { dryRun: boolean; reason: string | null }) => Promise<Answer>
  readonly onClose: () => void
  readonly onSent: () => void
  readonly children?: ReactNode
}

/** What is to be changed, then what would become of it by a look at the PMS; only then it can be sent. */
export function AskDialog(props: AskDialogProps) {
  const { title, provider, known, fields, first, hasReason = false, onClose, onSent, children } = props
  const [entered, setEntered] = useState(first)
  const [reason, setReason] = useState('')
  const [preview, setPreview] = useState<ChangeAnswerFragment['preview']>(null)
  const [error, setError] = useState<PayloadError | null>(null)
  const [isBusy, setBusy] = useState(false)
  const enter = (name: string, value: string) => {
    setPreview(null)
    setEntered((before) => ({ ...before, [name]: value }))
  }
  const ask = async (dryRun: boolean) => {
    setBusy(true)
    const sent = props.ask(entered, { dryRun, reason: reason.trim() || null })
    const { data, error } = await runMutation(sent, ({ result }) => result.errors)
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
    <Dialog title={title} isOpen onClose={onClose}>
      <form onSubmit={look}>
        <Stack>
          {children}
          {fields(entered).map((field) => (
            <Entry
              key={field.name}
              field={field}
              value={entered[field.name] ?? ''}
              choices={field.choices}
              onChange={(value) => enter(field.name, value)}
            />
          ))}
          {hasReason && (
            <TextInput
              label="Reason, for whoever reads it later"
              maxLength={200}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
          )}
          <ErrorAlert title="It cannot be changed like this" error={error} />
          <ChangePreview preview={preview} provider={provider} known={known} />
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
