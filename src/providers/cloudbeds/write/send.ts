import { scrubProse } from '../../../records/text/prose.ts'
import type { Query } from '../../transport/rest.ts'
import type { Outgoing, Sent, WriteAction } from '../../write.ts'
import { command } from '../client.ts'
import type { CloudbedsContext } from '../settings.ts'

const MAX_WORDS = 500

/**
 * How long a request whose answer was lost is given to take effect. The vendor names no time.
 */
export const SETTLE_MS = 60_000

/** Sends one command and reads what became of it: the vendor says no within a 200. */
export async function sendCommand(
  ctx: CloudbedsContext,
  httpMethod: 'POST' | 'PUT',
  method: string,
  form: Query,
): Promise<Sent> {
  const { success, message } = await command(ctx, httpMethod, method, form)
  if (success) return { kind: 'DONE' }
  return refused(scrubProse(message ?? '').slice(0, MAX_WORDS) || 'The PMS refused it.')
}

export const refused = (message: string): Sent => ({ kind: 'REFUSED', code: 'PROVIDER_REJECTED', message })

export const GONE: Sent = { kind: 'REFUSED', code: 'TARGET_GONE', message: 'The PMS no longer has it.' }

/** One request a change. */
export function sending(send: (ctx: CloudbedsContext, change: Outgoing) => Promise<Sent>): WriteAction['send'] {
  return async (ctx, changes) => {
    const sent = changes.map(async (change) => [change.id, await send(ctx as CloudbedsContext, change)] as const)
    return new Map(await Promise.all(sent))
  }
}
