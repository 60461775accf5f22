import { setTimeout as delay } from 'node:timers/promises'

export const PROTOCOL = { 'subscription-protocol': 'callback/1.0' } as const

/** What a router made of a message. FAILED: it, or the way to it, is down for now; GONE: it wants no more of them. */
export type Verdict = 'TAKEN' | 'FAILED' | 'GONE'

/** Takes in what one subscription is told. */
export interface Router {
  /** Asks whether it still wants to be told. */
  check(): Promise<Verdict>
  /** @param result as JSON */
  next(result: string): Promise<Verdict>
  /** @param errors as JSON; none when everything was told */
  complete(errors?: string): Promise<Verdict>
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
  const post = async (action: 'check' | 'next' | 'complete', more = ''): Promise<Verdict> => {
    const body = `${JSON.stringify({ kind: 'subscription', action, id, verifier }).slice(0, -1)}${more}}`
    const headers = { 'content-type': 'application/json', ...PROTOCOL }
    // A redirect would lead to an address that nobody has allowed.
    const options = { method: 'POST', redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) } as const
    const response = await fetch(url, { ...options, headers, body }).catch(() => null)
    await response?.body?.cancel().catch(() => {})
    if (response === null || response.status >= 500) return 'FAILED'
    return action === 'check' ? verdict(response.status === 204) : verdict(response.ok)
  }
  const insist = async (action: 'next' | 'complete', more?: string) => {
    for (const waitMs of RETRIES_MS) {
      const answer = await post(action, more)
      if (answer !== 'FAILED') return answer
      await delay(waitMs)
    }
    return post(action, more)
  }
  return {
    check: () => post('check'),
    next: (result) => insist('next', `,"payload":${result}`),
    complete: (errors) => insist('complete', errors && `,"errors":${errors}`),
  }
}

const verdict = (isTaken: boolean) => (isTaken ? 'TAKEN' : 'GONE')
