import { useMutation } from '@apollo/client/react'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { fromPayload, type PayloadError, runMutation } from '../../../api/run-mutation.ts'
import type { ErrorFieldsFragment, PmsConflictChoice } from '../../../gql/graphql.ts'
import { formatCount } from '../../../ui/values/format.ts'
import { type Conflict, idOf, resolveDocument } from '../query.ts'

export interface Decision {
  readonly choice: PmsConflictChoice
  readonly conflicts: readonly Conflict[]
  readonly values?: Readonly<Record<string, unknown>>
}

const MOVED: readonly string[] = ['PREVIEW_OUTDATED', 'CHANGE_NOT_OPEN', 'NOT_FOUND']

export type Problems = ReadonlyMap<string, PayloadError>

/** Which of the conflicts could not be decided, and why, by their ids: errors name them by their place. */
export function problemsOf(errors: readonly ErrorFieldsFragment[], conflicts: readonly Conflict[]): Problems {
  return new Map(
    errors.flatMap((error) => {
      const place = /^conflicts\.(\d+)/.exec(error.field ?? '')?.[1]
      const conflict = place === undefined ? undefined : conflicts[Number(place)]
      return conflict === undefined ? [] : [[idOf(conflict), fromPayload(error)] as const]
    }),
  )
}

/** Decides conflicts as they were shown. What could not be decided stays in the list, with the reason. */
export function useDecisions() {
  const [send, { loading }] = useMutation(resolveDocument, { refetchQueries: ['ConflictCount'] })
  const [problems, setProblems] = useState<Problems>(new Map())
  /** @returns why nothing was decided; null: some or all are */
  const decide = async ({ choice, conflicts, values }: Decision): Promise<PayloadError | null> => {
    const keys = conflicts.map(({ change, version }) => ({ changeId: change.id, version }))
    const input = { conflicts: keys, choice, ...(values && { values }) }
    const { data, error } = await runMutation(send({ variables: { input } }), () => [])
    if (data === null) return error
    const { errors, changes } = data.resolveConflicts
    const [first] = errors
    // What was entered is mended where it stands; what has moved on meanwhile is looked at again.
    if (choice === 'CUSTOM' && first !== undefined && !MOVED.includes(first.code)) return fromPayload(first)
    const found = problemsOf(errors, conflicts)
    setProblems(
      (before) =>
        new Map([...before].filter(([id]) => !keys.some(({ changeId }) => changeId === id)).concat([...found])),
    )
    const done = changes?.length ?? 0
    if (done > 0)
      notifications.show({
        color: 'teal',
        title: `${formatCount(done, 'conflict')} decided`,
        message: choice === 'THEIRS' ? 'The PMS keeps what it has.' : 'It is compared once more, then sent to the PMS.',
      })
    return found.size === 0 && first !== undefined ? fromPayload(first) : null
  }
  return { decide, isDeciding: loading, problems }
}
