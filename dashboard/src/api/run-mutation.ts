import type { ErrorFieldsFragment } from '../gql/graphql.ts'
import { describeFailure, type Failure } from './failure.ts'

/** Why a mutation failed, with the argument at fault where there is one. */
export interface PayloadError extends Failure {
  readonly field: string | null
  /** With SYNC_ALREADY_RUNNING: the run that is active. */
  readonly syncLogId: string | null
}

export interface MutationResult<Data> {
  /** Also with an error: a payload may hold more than its errors. */
  readonly data: Data | null
  /** null: it succeeded. */
  readonly error: PayloadError | null
}

/** Waits for a mutation; errors of the payload and errors that were thrown come out the same way. Never rejects. */
export async function runMutation<Data>(
  mutation: Promise<{ readonly data?: Data | null | undefined }>,
  errorsOf: (data: Data) => readonly ErrorFieldsFragment[],
): Promise<MutationResult<Data>> {
  try {
    const data = (await mutation).data ?? null
    const [first] = data === null ? [] : errorsOf(data)
    return { data, error: first === undefined ? null : fromPayload(first) }
  } catch (error) {
    return { data: null, error: { ...describeFailure(error), field: null, syncLogId: null } }
  }
}

export const fromPayload = ({ code, message, field, syncLogId }: ErrorFieldsFragment): PayloadError => ({
  ...{ code, message, requestId: null },
  field: field ?? null,
  syncLogId: syncLogId ?? null,
})
