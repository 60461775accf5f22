import { isDeepStrictEqual } from 'node:util'
import { openCredentials, type SealedRow } from '../../configurations/credentials.ts'
import { hostsOf } from '../../configurations/secret-hosts.ts'
import type { PmsProviderAdapter, WebhookEvent } from '../../providers/provider.ts'
import type { InboxDeps } from '../endpoints/deps.ts'
import type { OpenEndpoint } from '../endpoints/endpoint.ts'
import { type Account, ensureEndpoints, findAccount, findProvenProperties } from '../endpoints/rows.ts'
import type { Recipient } from './message.ts'

/**
 * Who is told of which events: mostly the hotel whose URL it is, but some vendors have one URL for all hotels of an
 * application.
 */
export async function recipientsOf(
  deps: InboxDeps,
  endpoint: OpenEndpoint,
  events: readonly WebhookEvent[],
): Promise<ReadonlyMap<Recipient, WebhookEvent[]>> {
  const byRecipient = new Map<Recipient, WebhookEvent[]>()
  const foreign = new Set(events.flatMap(({ externalHotelId: id }) => (isForeign(endpoint, id) && id ? [id] : [])))
  const properties = foreign.size === 0 ? [] : await findRecipients(deps, endpoint, [...foreign])
  for (const event of events) {
    const others = properties.filter(({ externalHotelId }) => externalHotelId === event.externalHotelId)
    for (const recipient of others.length > 0 ? others : [endpoint]) {
      byRecipient.set(recipient, [...(byRecipient.get(recipient) ?? []), owned(endpoint, recipient, event)])
    }
  }
  if (byRecipient.size === 0) byRecipient.set(endpoint, [])
  return byRecipient
}

const isForeign = ({ externalHotelId }: OpenEndpoint, id: string | null) => id !== null && id !== externalHotelId

/** About a property that nobody here has: kept, and nothing is fetched for it. */
function owned(endpoint: OpenEndpoint, recipient: Recipient, event: WebhookEvent): WebhookEvent {
  const isNobodys =
    recipient === endpoint && endpoint.externalHotelId !== null && isForeign(endpoint, event.externalHotelId)
  return isNobodys ? { ...event, subject: null, item: null } : event
}

/**
 * Other hotels of the same application whose property the PMS has shown to their own credentials. Nobody is told of a
 * property for no more than having entered its id.
 */
async function findRecipients(deps: InboxDeps, { configurationId, provider }: OpenEndpoint, ids: readonly string[]) {
  const adapter = deps.adapters(provider)
  if (adapter.webhook?.application === undefined) return []
  const own = await findAccount(deps.database, configurationId)
  const application = own && applicationOf(deps, adapter, own)
  if (application === null) return []
  const proven = await findProvenProperties(deps.database, provider, ids)
  const found = proven.filter((each) => isDeepStrictEqual(applicationOf(deps, adapter, each), application))
  await ensureEndpoints(
    deps.database,
    found.map((each) => each.configurationId),
  )
  return found
}

/** What names the application at the PMS, and where that is; null when it cannot be told. */
function applicationOf({ vault }: InboxDeps, adapter: PmsProviderAdapter, account: Account & SealedRow) {
  try {
    const credentials = openCredentials(vault, account)
    const names = (adapter.webhook?.application ?? []).map((name) => credentials[name])
    return names.every((value) => typeof value === 'string' && value !== '')
      ? [hostsOf(adapter, account.settings), names]
      : null
  } catch {
    return null
  }
}
