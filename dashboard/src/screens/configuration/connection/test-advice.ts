import type { PayloadError } from '../../../api/run-mutation.ts'

export interface Advice {
  readonly title: string
  readonly advice: string
}

/** What a failed test means, and what to do next. @param name of the PMS */
export function adviceFor({ code, message, field }: PayloadError, name: string): Advice {
  if (code === 'BAD_USER_INPUT' && field === 'externalHotelId') return { title: 'Which property?', advice: message }
  const known = ADVICE[code]
  return known ? { title: known.title, advice: known.advice(name) } : { title: 'The test failed', advice: message }
}

const ADVICE: Readonly<Record<string, { title: string; advice(name: string): string }>> = {
  PROVIDER_UNAUTHORIZED: {
    title: 'Wrong credentials',
    advice: (name) => `${name} does not accept these credentials. Copy them again, or create new ones.`,
  },
  PROVIDER_FORBIDDEN: {
    title: 'Missing permission or wrong property',
    advice: (name) =>
      `The credentials are valid, but may not read this hotel in ${name}. Check their permissions and the property id.`,
  },
  PROVIDER_RATE_LIMITED: {
    title: 'The PMS is busy',
    advice: (name) => `${name} limits requests and did not check the credentials. Try again in a minute.`,
  },
  PROVIDER_UNAVAILABLE: {
    title: 'Not reachable',
    advice: (name) =>
      `${name} cannot be reached at this URL, or is down. Check the URL. The credentials were not checked.`,
  },
  PROVIDER_TIMEOUT: {
    title: 'No answer in time',
    advice: (name) => `${name} took too long to answer. Try again.`,
  },
  PROVIDER_REJECTED: {
    title: 'The PMS rejected the request',
    advice: (name) => `${name} answered, but rejected the request. Check the settings.`,
  },
  PROVIDER_BAD_RESPONSE: {
    title: 'Unexpected answer',
    advice: (name) => `The answer does not look like ${name}. Check the URL.`,
  },
  OUTBOUND_URL_REFUSED: {
    title: 'URL not allowed',
    advice: () => 'Only public https URLs can be called.',
  },
  TOO_MANY_REQUESTS: {
    title: 'Too many tests',
    advice: () => 'Up to 10 tests a minute are allowed, so that the PMS does not lock the account. Wait a minute.',
  },
  CREDENTIALS_UNREADABLE: {
    title: 'The stored credentials cannot be read',
    advice: () => 'Enter them again.',
  },
}
