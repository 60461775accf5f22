import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import type { PayloadError } from '../../api/run-mutation.ts'
import { formatCount } from '../values/format.ts'
import { Dialog } from './dialog.tsx'
import { ErrorAlert } from './error-alert.tsx'

export interface ReplayResult {
  readonly count: number
  readonly error: PayloadError | null
}

export interface ReplayDialogProps<Result extends ReplayResult> {
  readonly title: string
  /** `item` */
  readonly noun: string
  /** Says what will happen to so many. */
  readonly question: (count: number) => string
  /** Replays; with `dryRun` it only counts. */
  readonly send: (dryRun: boolean) => Promise<Result>
  readonly onClose: (hasReplayed: boolean) => void
  /** What came of it. */
  readonly children: (result: Result) => ReactNode
}

/** Counts what would be replayed, replays it when confirmed, and shows the result. */
export function ReplayDialog<Result extends ReplayResult>(props: ReplayDialogProps<Result>) {
  const { title, noun, question, send, onClose, children } = props
  const [counted, setCounted] = useState<Result | null>(null)
  const [replayed, setReplayed] = useState<Result | null>(null)
  const [isBusy, setBusy] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted once, when the dialog opens
  useEffect(() => void send(true).then(setCounted), [])
  const replay = async () => {
    setBusy(true)
    setReplayed(await send(false))
    setBusy(false)
  }
  const isDone = replayed !== null && replayed.error === null
  const count = counted?.count ?? 0
  if (isDone) {
    return (
      <Dialog title={title} isOpen onClose={() => onClose(true)}>
        {children(replayed)}
      </Dialog>
    )
  }
  return (
    <Dialog title={title} isOpen onClose={() => onClose(false)}>
      <Stack>
        <Skeleton visible={counted === null}>
          <Text role="status">{question(count)}</Text>
        </Skeleton>
        <ErrorAlert title="Counting failed" error={counted?.error ?? null} />
        <ErrorAlert title="Nothing was replayed" error={replayed?.error ?? null} />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onClose(false)}>
            Cancel
          </Button>
          <Button onClick={replay} disabled={count === 0} loading={isBusy} data-autofocus>
            Replay {formatCount(count, noun)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
