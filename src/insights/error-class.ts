import type { ErrorCode } from '../errors.ts'

/** Who has to act on an error. */
export const ERROR_CLASSES = ['AUTH', 'PERMISSION', 'RATE', 'PROVIDER', 'DATA', 'CONFIGURATION', 'INTERNAL'] as const
export type ErrorClass = (typeof ERROR_CLASSES)[number]

/** What is not here is INTERNAL. */
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

/** @param code as a run keeps it; an unknown one, of a version before or after this, is INTERNAL */
export const classOfError = (code: string | null): ErrorClass => CLASS_OF[code as ErrorCode] ?? 'INTERNAL'
