import { setTimeout as delay } from 'node:timers/promises'

export const PROTOCOL = { 'subscription-protocol': 'callback/1.0' } as const

/** How a router answered a message. FAILED: it, or the way to it, is down for now; GONE: it wants no more of them. */
export type Outcome = 'ACCEPTED' | 'FAILED' | 'GONE'

/** Receives the messages of one subscription. */
export interface Router {
  /** Asks whether it still wants messages. */
  check(): Promise<Outcome>
  /** @param result as JSON */
  next(result: string): Promise<Outcome>
  /** @param errors as JSON; none when it ended by itself */
  complete(errors?: string): Promise<Outcome>
}

interface Callback {
  readonly url: URL
  readonly id: string
  /** What the router knows by that the message is ours. */
  readonly verifier: string
}

const TIMEOUT_MS = 5_000
const RETRIES_MS = [100, 200, 400, 800]

/** Speaks the router's side of the protocol: https://www.apollographql.com/docs/graphos/routing/operations/subscriptions/callback-protocol */
export function createRouter({ url, id, verifier }: Callback): Router {
  const post = async (action: 'check' | 'next' | 'complete', more = ''): Promise<Outcome> => {
    const body = `${JSON.stringify({ kind: 'subscription', action, id, verifier }).slice(0, -1)}${more}}`
    const headers = { 'content-type': 'application/json', ...PROTOCOL }
    // A redirect would lead to an address that nobody has allowed.
    const options = { method: 'POST', redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) } as const
    const response = await fetch(url, { ...options, headers, body }).catch(() => null)
    await response?.body?.cancel().catch(() => {})
    if (response === null || response.status >= 500) return 'FAILED'
    return action === 'check' ? outcomeOf(response.status === 204) : outcomeOf(response.ok)
  }
  const postWithRetries = async (action: 'next' | 'complete', more?: string) => {
    for (const waitMs of RETRIES_MS) {
      const answer = await post(action, more)
      if (answer !== 'FAILED') return answer
      await delay(waitMs)
    }
    return post(action, more)
  }
  return {
    check: () => post('check'),
    next: (result) => postWithRetries('next', `,"payload":${result}`),
    complete: (errors) => postWithRetries('complete', errors && `,"errors":${errors}`),
  }
}

const outcomeOf = (isAccepted: boolean) => (isAccepted ? 'ACCEPTED' : 'GONE')
