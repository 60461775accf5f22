import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { type PayloadError, runMutation } from '../../../api/run-mutation.ts'
import type { ChangeSetRowFragment } from '../../../gql/graphql.ts'
import {
  cancelSetDocument,
  pauseSetDocument,
  previewSetDocument,
  resumeSetDocument,
  runSetDocument,
  undoSetDocument,
} from './documents.ts'

const BY_ID = {
  preview: previewSetDocument,
  pause: pauseSetDocument,
  resume: resumeSetDocument,
  cancel: cancelSetDocument,
  undo: undoSetDocument,
} as const

export type Word = keyof typeof BY_ID | 'run'

/** Says what is to become of a set. What it answers is on the page at once. */
export function useSetWord(changeSetId: string, onDone: () => Promise<void>) {
  const client = useApolloClient()
  const [busyWith, setBusyWith] = useState<Word | null>(null)
  const [error, setError] = useState<PayloadError | null>(null)
  const send = (word: Word, previewHash: string) =>
    word === 'run'
      ? client.mutate({ mutation: runSetDocument, variables: { input: { changeSetId, previewHash } } })
      : client.mutate({ mutation: BY_ID[word], variables: { changeSetId } })
  /** @returns the set that it answers with; null when it was refused */
  const say = async (word: Word, previewHash = ''): Promise<ChangeSetRowFragment | null> => {
    setBusyWith(word)
    const { data, error } = await runMutation(send(word, previewHash), ({ result }) => result.errors)
    setBusyWith(null)
    setError(error)
    await onDone()
    return error === null ? (data?.result.changeSet ?? null) : null
  }
  return { say, busyWith, error, forget: () => setError(null) }
}
