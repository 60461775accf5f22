import { z } from 'zod'
import { PmsIntegrationError } from '../../../errors.ts'
import { scrubProse } from '../../../records/text/prose.ts'
import type { Sent } from '../../write.ts'
import { command } from '../client.ts'
import type { ProtelContext } from '../settings.ts'

const result = z.object({
  correlationId: z.string().min(1).max(64),
  state: z.enum(['ACCEPTED', 'SUCCEEDED', 'FAILED']),
  errors: z.array(z.object({ code: z.string(), message: z.string() })).nullish(),
})
/** The one field of a mutation, whatever it is called. */
const answer = z.record(z.string(), result)

const MAX_WORDS = 500

/** Gives a command to the gateway: how it went comes as `command.completed`, within a minute or never. */
export async function sendCommand(
  ctx: ProtelContext,
  { document, variables }: { document: string; variables: object },
): Promise<Sent> {
  try {
    const [outcome] = Object.values(await command(ctx, document, variables, answer))
    if (outcome?.state === 'ACCEPTED') return { kind: 'ACCEPTED', token: outcome.correlationId }
    if (outcome?.state === 'SUCCEEDED') return { kind: 'DONE' }
    return { kind: 'REFUSED', code: 'PROVIDER_REJECTED', message: wordsOf(outcome?.errors ?? []) }
  } catch (error) {
    if (!(error instanceof PmsIntegrationError) || error.details.vendorCode !== 'NOT_FOUND') throw error
    return { kind: 'REFUSED', code: 'TARGET_GONE', message: 'The PMS no longer has it.' }
  }
}

function wordsOf(errors: readonly { code: string; message: string }[]): string {
  const said = errors.map(({ code, message }) => `${message} (${code})`).join(' ')
  return scrubProse(said).slice(0, MAX_WORDS) || 'The PMS refused it and does not say why.'
}
