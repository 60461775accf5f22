import { addressNotFound, badUserInput, PmsIntegrationError } from '../../errors.ts'
import { createBatcher } from '../../platform/database/batcher.ts'
import { isDataError } from '../../platform/database/errors.ts'
import type { ProviderWebhook, WebhookAnswer, WebhookRequest } from '../../providers/provider.ts'
import type { InboxDeps } from '../endpoints/deps.ts'
import { createEndpointDirectory, type OpenEndpoint } from '../endpoints/endpoint.ts'
import { noteRefusals } from '../endpoints/rows.ts'

import { type NewEvent, recordAll } from './event-rows.ts'
import { newEvent } from './message.ts'
import { recipientsOf } from './recipients.ts'

/** Messages since this process started, for whoever measures it. */
export interface IntakeCounts {
  accepted: number
  /** Of those accepted: came before. */
  duplicates: number
  /** Not signed as they should be, or too old. Nothing else is kept of them. */
  refused: number
}

/** Receives webhooks. */
export interface Intake {
  readonly counts: Readonly<IntakeCounts>
  /** How long the message that has waited longest is waiting to be stored; 0: none is. */
  waitingMs(): number
  /** Whether there is an endpoint of this key, before its message is read. @throws NOT_FOUND */
  require(provider: string, key: string): Promise<void>
  /**
   * Verifies, parses and stores a message; resolves when its bytes are durable.
   * @throws NOT_FOUND, UNAUTHENTICATED, BAD_USER_INPUT; SERVICE_UNAVAILABLE while the database is away
   */
  accept(provider: string, key: string, request: WebhookRequest): Promise<WebhookAnswer>
}

const RECEIVED: WebhookAnswer = {
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: '{"received":true}',
}
// One row that the database does not take must not take the others with it.
const GROUP = { size: 200, lanes: 2, isOfOneItem: isDataError }
// However many are refused at a time, they cost one small write after the other.
const ONE_AT_A_TIME = { size: 1_000, lanes: 1, isOfOneItem: () => false }

export function createIntake(deps: InboxDeps): Intake {
  const directory = createEndpointDirectory(deps)
  const counts: IntakeCounts = { accepted: 0, duplicates: 0, refused: 0 }
  const write = createBatcher((events: readonly NewEvent[]) => recordAll(deps.database, events), GROUP)

  const noteRefusal = createBatcher(async (ids: readonly string[]) => {
    await noteRefusals(deps.database, ids, deps.clock.now())
    return ids
  }, ONE_AT_A_TIME)

  const verified = async (webhook: ProviderWebhook, provider: string, key: string, request: WebhookRequest) => {
    const remembered = await directory.find(provider, key)
    if (webhook.verify === undefined) return remembered
    try {
      return verify(deps, webhook, remembered, request)
    } catch {
      // A secret that was set a moment ago, in another process perhaps.
      const current = await directory.reread(provider, key)
      try {
        return verify(deps, webhook, current, request)
      } catch (error) {
        if (isRefusal(error)) await refused(current)
        throw error
      }
    }
  }
  const refused = async ({ configurationId }: OpenEndpoint) => {
    counts.refused += 1
    // The answer is the same whether it could be counted or not.
    await noteRefusal.add(configurationId).catch(() => {})
  }
  const record = async (event: NewEvent) => {
    const recorded = await write.add(event)
    counts.accepted += 1
    if (!recorded.isNew) counts.duplicates += 1
    deps.metrics?.countAccepted(event.provider, recorded.isNew)
    if (event.status === 'RECEIVED') deps.enqueueInbox(event.configurationId)
    return recorded
  }
  return {
    counts,
    waitingMs: write.waitingMs,
    async require(provider, key) {
      webhookOf(deps, provider)
      await directory.find(provider, key)
    },
    async accept(provider, key, request) {
      const webhook = webhookOf(deps, provider)
      const endpoint = await verified(webhook, provider, key, request)
      const events = parse(deps, webhook, request, provider)
      const recipients = await recipientsOf(deps, endpoint, events)
      const options = { receivedAt: deps.clock.now(), answersAll: webhook.reply !== undefined }
      await Promise.all([...recipients].map(([to, own]) => record(newEvent(to, request, own, options))))
      return webhook.answer?.(request) ?? RECEIVED
    },
  }
}

function webhookOf({ adapters }: InboxDeps, provider: string): ProviderWebhook {
  try {
    const { webhook } = adapters(provider)
    if (webhook !== undefined) return webhook
  } catch {
    // Told like any other address that does not exist.
  }
  throw addressNotFound()
}

function verify({ clock }: InboxDeps, webhook: ProviderWebhook, endpoint: OpenEndpoint, request: WebhookRequest) {
  if (endpoint.secrets.length === 0) throw new PmsIntegrationError('UNAUTHENTICATED', 'The endpoint has no secret yet.')
  webhook.verify?.(request, endpoint.secrets, clock)
  return endpoint
}

const isRefusal = (error: unknown) => error instanceof PmsIntegrationError && error.code === 'UNAUTHENTICATED'

/** Whatever a parser stumbles over is the message's fault as far as its sender is concerned. */
function parse({ log }: InboxDeps, webhook: ProviderWebhook, request: WebhookRequest, provider: string) {
  try {
    return webhook.parse(request)
  } catch (error) {
    if (error instanceof PmsIntegrationError && error.statusCode < 500) throw error
    log.warn({ err: error, provider }, 'A webhook could not be parsed')
    throw badUserInput('body', 'is not a message of this PMS')
  }
}
