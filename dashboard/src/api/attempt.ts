import { describeFailure, type Failure } from './failure.ts'

/** What a mutation refused, with the argument at fault where it is one. */
export interface Refusal extends Failure {
  readonly field: string | null
}

/** As every payload lists its expected failures. */
interface PayloadError {
  readonly code: string
  readonly message: string
  readonly field?: string | null | undefined
}

export interface Attempt<Data> {
  /** Also when it was refused: a payload may tell more than its errors. */
  readonly data: Data | null
  /** null: it was done. */
  readonly refusal: Refusal | null
}

/** Waits for a mutation; what it refused as data and what it threw come out the same way. Never rejects. */
export async function attempt<Data>(
  mutation: Promise<{ readonly data?: Data | null | undefined }>,
  errorsOf: (data: Data) => readonly PayloadError[],
): Promise<Attempt<Data>> {
  try {
    const data = (await mutation).data ?? null
    const [error] = data === null ? [] : errorsOf(data)
    if (error === undefined) return { data, refusal: null }
    return { data, refusal: { code: error.code, message: error.message, requestId: null, field: error.field ?? null } }
  } catch (error) {
    return { data: null, refusal: { ...describeFailure(error), field: null } }
  }
}
