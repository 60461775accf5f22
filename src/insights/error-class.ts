import type { ErrorCode } from '../errors.ts'

/** Whose turn it is to do something about an error. */
export const ERROR_CLASSES = ['AUTH', 'PERMISSION', 'RATE', 'PROVIDER', 'DATA', 'CONFIGURATION', 'OURS'] as const
export type ErrorClass = (typeof ERROR_CLASSES)[number]

/** What is not here is ours. */
const CLASS_OF: Partial<Record<ErrorCode, ErrorClass>> = {
  PROVIDER_UNAUTHORIZED: 'AUTH',
  PROVIDER_FORBIDDEN: 'PERMISSION',
  PROVIDER_RATE_LIMITED: 'RATE',
  PROVIDER_UNAVAILABLE: 'PROVIDER',
  PROVIDER_TIMEOUT: 'PROVIDER',
  PROVIDER_REJECTED: 'PROVIDER',
  PROVIDER_BAD_RESPONSE: 'PROVIDER',
  PROVIDER_CURSOR_INVALID: 'PROVIDER',
  RECORD_INVALID: 'DATA',
  RECORD_REJECTED: 'DATA',
  BAD_USER_INPUT: 'CONFIGURATION',
  NOT_FOUND: 'CONFIGURATION',
  UNKNOWN_PROVIDER: 'CONFIGURATION',
  UNSUPPORTED_CAPABILITY: 'CONFIGURATION',
  CONFIGURATION_DISABLED: 'CONFIGURATION',
  OUTBOUND_URL_REFUSED: 'CONFIGURATION',
}

/** @param code as a run keeps it; an unknown one, of a version before or after this, is ours */
export const classOfError = (code: string | null): ErrorClass => CLASS_OF[code as ErrorCode] ?? 'OURS'
