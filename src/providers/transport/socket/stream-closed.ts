import { type ErrorCode, PmsIntegrationError } from '../../../errors.ts'

/** How a connection ended. */
export interface Closing {
  /** Of the WebSocket, or the status with which it was refused; null: it ended without a word. */
  readonly closeCode: number | null
  /** Somebody else holds the one connection that the vendor allows. */
  readonly isLockedOut?: boolean
  /** It refused what was asked for, which may be the position to begin at. */
  readonly isStartRefused?: boolean
  /** Not before, where the vendor says so. */
  readonly retryAfterMs?: number
}

/** A stream ended otherwise than its vendor says that it should. */
export class StreamClosed extends PmsIntegrationError {
  readonly closeCode: number | null
  readonly isLockedOut: boolean
  readonly isStartRefused: boolean

  constructor(code: ErrorCode, message: string, closing: Closing) {
    const { closeCode, isLockedOut = false, isStartRefused = false, retryAfterMs } = closing
    super(code, message, { ...(retryAfterMs !== undefined && { retryAfterMs }) })
    this.closeCode = closeCode
    this.isLockedOut = isLockedOut
    this.isStartRefused = isStartRefused
  }
}

/** Of a connection that was cut, or never came about. */
export const connectionLost = (message: string, closeCode: number | null = null) =>
  new StreamClosed('PROVIDER_UNAVAILABLE', message, { closeCode })

const REFUSALS: ReadonlyMap<number, ErrorCode> = new Map([
  [401, 'PROVIDER_UNAUTHORIZED'],
  [403, 'PROVIDER_FORBIDDEN'],
  [429, 'PROVIDER_RATE_LIMITED'],
])

/** Of an upgrade that was answered with another status. */
export function upgradeRefused(status: number, retryAfterMs?: number): StreamClosed {
  const code = REFUSALS.get(status) ?? (status >= 500 ? 'PROVIDER_UNAVAILABLE' : 'PROVIDER_REJECTED')
  const message = `The PMS refused the connection with status ${status}.`
  return new StreamClosed(code, message, { closeCode: status, ...(retryAfterMs !== undefined && { retryAfterMs }) })
}
