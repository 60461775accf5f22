import { MOST_AT_ONCE, type PmsProviderAdapter } from '../../providers/provider.ts'
import { SET_SHARE } from '../../providers/transport/lanes.ts'
import type { WriteAction } from '../../providers/write.ts'
import { type ActionName, actionOf } from '../../records/changes/actions.ts'
import { recordTypes } from '../../records/entity-type.ts'

export interface Estimate {
  readonly requests: number
  readonly seconds: number
}

/** What it takes to send so many changes: a look before each request, the requests themselves, and a look after them. */
export function estimateSending(
  { write = {}, fetchMany = {}, limits: { rate } }: PmsProviderAdapter,
  action: ActionName,
  items: number,
): Estimate {
  const declared: Partial<WriteAction> = write[action] ?? {}
  const { batch = 1, requests: eachTime = 1, readsAtOnce = 1, readRequests = 1, fetchRequests = 1 } = declared
  const { creates, target } = actionOf(action)
  // Looked at together are those that go together.
  const before = Math.ceil(items / Math.min(readsAtOnce, batch)) * readRequests
  const sending = Math.ceil(items / batch) * eachTime
  const isFetchedTogether = fetchMany[recordTypes[target].kind as keyof typeof fetchMany] !== undefined
  // What was made is looked for, and then read.
  const fetched = Math.ceil(items / (isFetchedTogether && !creates ? Math.min(MOST_AT_ONCE, batch) : 1)) * fetchRequests
  const after = creates ? before + fetched : fetched
  const requests = before + sending + after
  return { requests, seconds: Math.ceil(requests / ((rate.requests / (rate.perMs / 1_000)) * SET_SHARE)) }
}
