import { scrubProse } from '../../../records/text/prose.ts'
import type { HttpResponse } from '../../transport/http.ts'
import type { Sent } from '../../write.ts'
import { command } from '../client.ts'
import { messageOf } from '../refusals.ts'
import type { MewsContext } from '../settings.ts'

const MAX_WORDS = 500

/**
 * Sends one command and reads what became of it. Its answer is not looked into: some operations answer in a shape that
 * they no longer read in, so that what was done is read anew.
 */
export async function sendCommand(ctx: MewsContext, operation: string, parameters: object): Promise<Sent> {
  return outcomeOf(await command(ctx, operation, parameters))
}

function outcomeOf({ status, body }: HttpResponse): Sent {
  if (status < 400) return { kind: 'DONE' }
  // “The data has changed. Refresh and resubmit.”
  if (status === 409) return { kind: 'AGAIN', waitFor: null }
  return refused(scrubProse(messageOf(body)).slice(0, MAX_WORDS) || 'The PMS refused it.')
}

export const refused = (message: string): Sent => ({ kind: 'REFUSED', code: 'PROVIDER_REJECTED', message })

export const GONE: Sent = { kind: 'REFUSED', code: 'TARGET_GONE', message: 'The PMS no longer has it.' }
