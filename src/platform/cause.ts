import { AsyncLocalStorage } from 'node:async_hooks'
import { z } from 'zod'

/** What a log can take and nobody can write a name or an address in. */
const idSchema = z.string().regex(/^[\w.:-]{1,128}$/)
/** https://www.w3.org/TR/trace-context: version 00, an id that is not all zeros, of the trace and of the span. */
const traceparentSchema = z.string().regex(/^00-(?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16}-[\da-f]{2}$/)

const originSchema = z.object({
  requestId: idSchema.optional(),
  correlationId: idSchema.optional(),
  traceparent: traceparentSchema.optional(),
})

/** What set something off: kept with whatever is to be done later, perhaps by another process. */
export type Origin = {
  readonly requestId?: string
  readonly correlationId?: string
  readonly traceparent?: string
}

/** What is being done, and why: every line of the log says so by itself. */
export interface Cause extends Origin {
  /** The run that is being worked on. */
  readonly syncId?: string
  /** Of all, where several requests are dealt with at once; `requestId` is the first. */
  readonly requestIds?: readonly string[]
}

const causes = new AsyncLocalStorage<Cause>()

export const currentCause = (): Cause | undefined => causes.getStore()

/** All that `work` calls and begins is caused by `cause`, and by nothing that was before. */
export const runCausedBy = <T>(cause: Cause, work: () => T): T => causes.run(cause, work)

/** What is kept of the current cause; null when nobody asked for what is being done. */
export function currentOrigin(): Origin | null {
  const { requestId, correlationId, traceparent } = causes.getStore() ?? {}
  const origin = {
    ...(requestId && { requestId }),
    ...(correlationId && { correlationId }),
    ...(traceparent && { traceparent }),
  }
  return Object.keys(origin).length === 0 ? null : origin
}

/** Reads what was kept, or what a caller sent: each part that is as it should be. */
export function readOrigin(stored: Readonly<Record<string, unknown>> | null): Origin {
  const parts = Object.entries(originSchema.shape).flatMap(([name, schema]) => {
    const { data } = schema.safeParse(stored?.[name])
    return data === undefined ? [] : [[name, data] as const]
  })
  return Object.fromEntries(parts)
}

const MAX_IDS = 20

/** Of what several requests set off together. */
export function joinOrigins(origins: readonly Origin[]): Cause {
  const requestIds = [...new Set(origins.flatMap(({ requestId }) => requestId ?? []))].slice(0, MAX_IDS)
  const first = origins[0] ?? {}
  return requestIds.length > 1 ? { ...first, requestIds } : first
}

/** As lines of the log have it. */
export function loggedCause(): Record<string, unknown> {
  const { requestId, requestIds, correlationId, syncId, traceparent } = causes.getStore() ?? {}
  return {
    ...(requestIds ? { requestIds } : requestId && { requestId }),
    ...(correlationId && { correlationId }),
    ...(syncId && { syncId }),
    ...(traceparent && { traceId: traceparent.split('-')[1] }),
  }
}
