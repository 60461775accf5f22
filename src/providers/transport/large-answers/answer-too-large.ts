import { PmsIntegrationError } from '../../../errors.ts'

/** The longest answer that is taken in: 64 MiB, unpacked. */
export const MAX_ANSWER_BYTES = 64 * 1024 * 1024

/** An answer that is larger than whoever asked takes in; its rest was not read. Asked for less, the vendor may say less. */
export class AnswerTooLarge extends PmsIntegrationError {
  /** What was allowed. */
  readonly maxBytes: number
  /** The whole answer; null when the vendor does not announce it, or packs it. */
  readonly bytes: number | null

  constructor(maxBytes: number, bytes: number | null, what = 'The answer') {
    super(
      'PROVIDER_BAD_RESPONSE',
      `${what} is over ${maxBytes} bytes, however little of the list was asked for. What came before it is stored; ask the PMS’s support why so much is in one answer.`,
      { details: { maxBytes, bytes } },
    )
    this.maxBytes = maxBytes
    this.bytes = bytes
  }
}
