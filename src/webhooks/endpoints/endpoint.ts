import { addressNotFound } from '../../errors.ts'
import { webhookKeyDigest } from '../../security/webhook-key.ts'
import type { InboxDeps } from './deps.ts'
import { type EndpointRow, findByKey } from './rows.ts'

/** What a webhook's secret is bound to in the vault. */
export const secretContext = ({ hotelId, provider }: { hotelId: string; provider: string }) => ({
  hotelId,
  provider,
  field: 'webhookSecret',
})

/** Secrets that a message may be signed with now: the current one first. */
export function acceptedSecrets({ vault, clock }: Pick<InboxDeps, 'vault' | 'clock'>, row: EndpointRow): string[] {
  const isPreviousAccepted = row.previousUntil !== null && row.previousUntil > clock.now()
  const sealed = [row.webhookSecret, isPreviousAccepted ? row.previousSecret : null]
  return sealed.flatMap((secret) => (secret === null ? [] : [vault.open(secret, secretContext(row))]))
}

/** An endpoint as a message meets it. */
export interface OpenEndpoint extends EndpointRow {
  readonly secrets: readonly string[]
}

/** Finds endpoints by the key in their URL. */
export interface EndpointDirectory {
  /** May be as old as two seconds. @throws NOT_FOUND */
  find(provider: string, key: string): Promise<OpenEndpoint>
  /** As it is now. @throws NOT_FOUND */
  reread(provider: string, key: string): Promise<OpenEndpoint>
}

const REMEMBERED_MS = 2_000
const REMEMBERED_MAX = 10_000

/** Remembers endpoints that exist for a moment, so that a busy one costs no look into the database for every message. */
export function createEndpointDirectory(deps: Pick<InboxDeps, 'database' | 'vault' | 'clock'>): EndpointDirectory {
  const known = new Map<string, { endpoint: OpenEndpoint; until: number }>()

  const reread = async (provider: string, key: string) => {
    const digest = webhookKeyDigest(key)
    const row = digest === null ? null : await findByKey(deps.database, provider, digest, deps.clock.now())
    if (row === null) throw addressNotFound()
    const endpoint = { ...row, secrets: acceptedSecrets(deps, row) }
    if (known.size >= REMEMBERED_MAX) known.clear()
    known.set(`${provider} ${digest}`, { endpoint, until: rememberedUntil(row, deps.clock.now()) })
    return endpoint
  }
  return {
    reread,
    async find(provider, key) {
      const found = known.get(`${provider} ${webhookKeyDigest(key)}`)
      return found !== undefined && found.until > deps.clock.now().getTime() ? found.endpoint : reread(provider, key)
    },
  }
}

/** Not beyond the end of a rotation: what was accepted until then is not any more. */
function rememberedUntil({ previousUntil }: EndpointRow, now: Date): number {
  const usual = now.getTime() + REMEMBERED_MS
  return previousUntil !== null && previousUntil > now ? Math.min(usual, previousUntil.getTime()) : usual
}
