import { createCircuitBreaker } from '../../../src/providers/transport/circuit-breaker.ts'
import type { HttpRequest, HttpResponse, WaitNotice } from '../../../src/providers/transport/http.ts'
import { createHttpClient, type HttpClientOptions } from '../../../src/providers/transport/http-client.ts'
import { createMemoryRateBudget } from '../../../src/providers/transport/rate-budget.ts'

export const GET: HttpRequest = { method: 'GET', url: 'https://pms.example/v1/bookings?token=hunter2' }

/** Time that passes only when somebody waits. */
export class ManualClock {
  ms = Date.parse('2026-10-20T10:00:00Z')
  now = () => new Date(this.ms)
}

export const answer = (status: number, headers: Record<string, string> = {}, body = ''): HttpResponse => ({
  status,
  headers,
  body,
})

/** What a test's vendor does with the request of this number, counted from 1. */
export type Script = (request: number, signal: AbortSignal) => HttpResponse | Error | Promise<HttpResponse>

/** A client on a scripted vendor. Waits are noted and pass at once. */
export function fakeVendor(script: Script, options: Partial<HttpClientOptions> & { clock?: ManualClock } = {}) {
  const clock = options.clock ?? new ManualClock()
  const sent: HttpRequest[] = []
  const waits: (WaitNotice & { ms: number })[] = []
  const logged: string[] = []
  const note = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`)
  const http = createHttpClient({
    rate: { requests: 1_000, perMs: 1_000 },
    budget: createMemoryRateBudget({ clock }),
    budgetKey: 'key',
    breaker: createCircuitBreaker(clock),
    signal: new AbortController().signal,
    log: { debug: note, info: note, warn: note },
    random: () => 1,
    onWait: (notice) => waits.push({ ...notice, ms: notice.until.getTime() - clock.ms }),
    delay: async (ms, signal) => {
      signal.throwIfAborted()
      clock.ms += ms
    },
    singleRequest: async (request, signal) => {
      sent.push(request)
      const scripted = await script(sent.length, signal)
      if (scripted instanceof Error) throw scripted
      return scripted
    },
    ...options,
    clock,
  })
  return { http, clock, sent, waits, logged }
}
