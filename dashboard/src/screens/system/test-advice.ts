import type { Refusal } from '../../api/attempt.ts'

export interface Advice {
  readonly title: string
  readonly advice: string
}

/** What a refused test means to a hotel person, and what they do next. @param name of the system */
export function adviceFor({ code, message, field }: Refusal, name: string): Advice {
  if (code === 'BAD_USER_INPUT' && field === 'externalHotelId') return { title: 'Which property?', advice: message }
  const known = ADVICE[code]
  return known ? { title: known.title, advice: known.advice(name) } : { title: 'It does not work', advice: message }
}

const ADVICE: Readonly<Record<string, { title: string; advice(name: string): string }>> = {
  PROVIDER_UNAUTHORIZED: {
    title: 'Wrong key',
    advice: (name) => `${name} does not accept these credentials. Copy them once more, or have new ones made.`,
  },
  PROVIDER_FORBIDDEN: {
    title: 'Missing permission, or another property',
    advice: (name) =>
      `The key is right, but ${name} does not let it read this hotel. Check its rights and the property id.`,
  },
  PROVIDER_RATE_LIMITED: {
    title: 'The PMS is busy',
    advice: (name) =>
      `${name} asks to slow down before it looks at the key, which may be right or wrong. Try again soon.`,
  },
  PROVIDER_UNAVAILABLE: {
    title: 'Not reachable',
    advice: (name) =>
      `${name} cannot be reached at this address, or is down. Check the address; the key was not looked at.`,
  },
  PROVIDER_TIMEOUT: {
    title: 'No answer in time',
    advice: (name) => `${name} took too long. Try again; the key may be right or wrong.`,
  },
  PROVIDER_REJECTED: {
    title: 'The PMS refused the request',
    advice: (name) => `${name} answers, but does not take what it was asked. Check the settings.`,
  },
  PROVIDER_BAD_RESPONSE: {
    title: 'An answer that makes no sense',
    advice: (name) => `Something answers, but not as ${name} does. Is the address right?`,
  },
  OUTBOUND_URL_REFUSED: {
    title: 'This address may not be called',
    advice: () => 'For safety only public addresses with https are called.',
  },
  TOO_MANY_REQUESTS: {
    title: 'Too many tests',
    advice: () => '10 tests a minute are allowed, so that no PMS locks the account. Wait a minute.',
  },
  CREDENTIALS_UNREADABLE: {
    title: 'The stored credentials cannot be read',
    advice: () => 'Enter them again.',
  },
}
