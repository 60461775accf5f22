import { setTimeout as delay } from 'node:timers/promises'
import { signWebhook } from '../../../src/platform/standard-webhooks.ts'
import type { Endpoint } from './inbox-client.ts'

export interface Answer {
  readonly id: string
  /** 0: nobody answered. */
  readonly status: number
  readonly retryAfter: string | null
}

const EVERY_MS = 100

/** Sends a message again and again, each with an id of its own and whatever became of the one before. */
export function keepSending(address: string, { url, secret }: Endpoint) {
  const stopping = new AbortController()
  const answers: Answer[] = []
  const sent: Promise<unknown>[] = []
  const send = async (id: string) => {
    const body = JSON.stringify({ type: 'booking.updated', timestamp: new Date().toISOString(), data: { id: 'B-1' } })
    const headers = signWebhook([secret], { id, timestamp: new Date(), body })
    const response = await fetch(address + new URL(url).pathname, { method: 'POST', headers, body }).catch(() => null)
    answers.push({ id, status: response?.status ?? 0, retryAfter: response?.headers.get('retry-after') ?? null })
  }
  const keep = async () => {
    for (let n = 1; !stopping.signal.aborted; n++) {
      sent.push(send(`msg-${n}`))
      await delay(EVERY_MS)
    }
  }
  const keeping = keep()
  const stop = async () => {
    stopping.abort()
    await keeping
    await Promise.all(sent)
  }
  return { answers, stop, [Symbol.asyncDispose]: stop }
}
