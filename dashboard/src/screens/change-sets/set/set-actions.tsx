import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ChangeSetRowFragment } from '../../../gql/graphql.ts'
import { ErrorAlert } from '../../../ui/actions/error-alert.tsx'
import { PermissionButton } from '../../../ui/actions/permission-button.tsx'
import { useNow } from '../../../ui/time/now.ts'
import { isOver } from '../words.ts'
import { blockedRun } from './describe-set.ts'
import { Download } from './download.tsx'
import { type Asked, SetDialog } from './set-dialog.tsx'
import { useSetWord } from './use-set-word.ts'

interface SetActionsProps {
  readonly set: ChangeSetRowFragment
  readonly onDone: () => Promise<void>
}

/** What can be done about a set as it stands. */
export function SetActions({ set, onDone }: SetActionsProps) {
  const { id, hotelId, state, startedAt, canUndo } = set
  const navigate = useNavigate()
  const now = useNow()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { say, busyWith, error, forget } = useSetWord(id, onDone)
  const ask = (word: Asked['word']) => {
    forget()
    // What is shown now is what is run, whatever comes meanwhile.
    setAsked({ word, set })
  }
  const confirm = async ({ word, set: { previewHash } }: Asked) => {
    const answer = await say(word, previewHash ?? '')
    if (answer === null) return
    setAsked(null)
    if (answer.id !== id)
      await navigate({ to: '/hotels/$hotelId/change-sets/$setId', params: { hotelId, setId: answer.id } })
  }
  return (
    <>
      {state === 'PREVIEWED' && (
        <>
          <PermissionButton blocked={blockedRun(set, now)} onClick={() => ask('run')}>
            Run …
          </PermissionButton>
          <PermissionButton variant="default" loading={busyWith === 'preview'} onClick={() => void say('preview')}>
            Look anew
          </PermissionButton>
        </>
      )}
      {state === 'RUNNING' && (
        <PermissionButton variant="default" loading={busyWith === 'pause'} onClick={() => void say('pause')}>
          Pause
        </PermissionButton>
      )}
      {state === 'PAUSED' && (
        <PermissionButton loading={busyWith === 'resume'} onClick={() => void say('resume')}>
          Resume
        </PermissionButton>
      )}
      {!isOver(state) && (
        <PermissionButton variant="default" onClick={() => ask('cancel')}>
          Cancel set …
        </PermissionButton>
      )}
      {canUndo && (
        <PermissionButton variant="default" onClick={() => ask('undo')}>
          Undo …
        </PermissionButton>
      )}
      {startedAt && <Download setId={id} />}
      {asked === null && <ErrorAlert title="That did not work" error={error} />}
      {asked && (
        <SetDialog
          asked={asked}
          error={error}
          isBusy={busyWith !== null}
          onClose={() => setAsked(null)}
          onConfirm={() => void confirm(asked)}
        />
      )}
    </>
  )
}
