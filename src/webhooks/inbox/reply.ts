import type { InboxDeps } from '../endpoints/deps.ts'
import { acceptedSecrets } from '../endpoints/endpoint.ts'
import type { EndpointRow } from '../endpoints/rows.ts'
import { readMessages } from './event-rows.ts'
import type { Lookup } from './lookup.ts'
import { HIDDEN } from './message.ts'
import type { Outcome } from './process.ts'

/**
 * Answers vendors that wait for a business answer to each message. A lost answer is the vendor's to ask for again: the
 * message comes once more and is answered then.
 */
export async function replyToVendor(
  deps: InboxDeps,
  endpoint: EndpointRow,
  { adapter, ctx }: Lookup,
  outcomes: readonly Outcome[],
): Promise<void> {
  const { webhook } = adapter
  if (webhook?.reply === undefined) return
  const final = new Map(outcomes.filter(({ isFinal }) => isFinal).map((outcome) => [outcome.event.id, outcome]))
  const [secret] = acceptedSecrets(deps, endpoint)
  for (const { id, headers, body } of await readMessages(deps.database, [...final.keys()])) {
    // The inbox keeps no token; where one came it was the endpoint's secret, or it would not have been let in.
    const token = headers.authorization === HIDDEN && secret !== undefined && { authorization: `Bearer ${secret}` }
    const request = { headers: { ...headers, ...token }, body }
    await webhook.reply(ctx, request, final.get(id)?.error ?? null).catch((error: unknown) => {
      deps.log.warn({ err: error, webhookEventId: id }, 'The PMS could not be answered')
    })
  }
}
