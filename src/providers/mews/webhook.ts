import { z } from 'zod'
import { badUserInput } from '../../errors.ts'
import { textOf } from '../../platform/body-text.ts'
import type { FetchKind, ProviderWebhook, WebhookEvent } from '../provider.ts'

const id = z.guid()
const general = z.object({
  EnterpriseId: id,
  Events: z.array(
    z.object({ Discriminator: z.string().min(1).max(100), Value: z.object({ Id: id }).nullish().catch(null) }),
  ),
})
const integration = z.object({
  Action: z.string().min(1).max(100),
  Data: z.object({ Enterprise: z.object({ Id: id }).nullish().catch(null) }),
})

/** "Updated" includes creation. Messages and payments name nothing that is synced. */
const SUBJECTS: ReadonlyMap<string, readonly FetchKind[]> = new Map([
  ['ServiceOrderUpdated', ['bookings']],
  // What a room is and how it is are one thing to Mews.
  ['ResourceUpdated', ['housekeeping', 'rooms']],
  ['ResourceBlockUpdated', ['roomBlocks']],
  ['CustomerAdded', ['guests']],
  ['CustomerUpdated', ['guests']],
])

/**
 * Mews sends to one URL for all hotels of an application, says only what changed, and signs nothing. General webhooks
 * tell of a hotel's data, integration webhooks of its connection; both may come to the same URL.
 */
export const webhook: ProviderWebhook = {
  application: ['clientToken'],
  setup: `It is one address for all hotels of the application. Please send general webhooks of ${[...SUBJECTS.keys()].join(', ')}.`,
  parse({ body }) {
    const message = parseJson(body)
    const data = general.safeParse(message)
    if (data.success) return generalEvents(data.data)
    const action = integration.safeParse(message)
    if (action.success) return [eventOf(action.data.Action, action.data.Data.Enterprise?.Id ?? null)]
    throw badUserInput('body', 'This is neither a general nor an integration webhook of Mews.')
  },
}

// The documentation promises no content type, so none is asked for.
function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(textOf(body))
  } catch {
    throw badUserInput('body', 'The body is not JSON.')
  }
}

/** A new guest comes as added and as updated, mostly in one message: one event is enough for one thing to fetch. */
function generalEvents({ EnterpriseId, Events }: z.output<typeof general>): WebhookEvent[] {
  const events = new Map<unknown, WebhookEvent>()
  for (const event of Events) {
    const kinds = SUBJECTS.get(event.Discriminator) ?? []
    const externalId = event.Value?.Id
    if (externalId === undefined || kinds.length === 0) events.set(event, eventOf(event.Discriminator, EnterpriseId))
    else
      for (const kind of kinds)
        events.set(`${kind} ${externalId}`, eventOf(event.Discriminator, EnterpriseId, { kind, externalId }))
  }
  return [...events.values()]
}

function eventOf(type: string, externalHotelId: string | null, subject: WebhookEvent['subject'] = null): WebhookEvent {
  return { eventId: null, type, externalHotelId, subject, item: null, occurredAt: null }
}
