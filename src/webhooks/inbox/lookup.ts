import type { WebhookSubject } from '../../entities/webhook-event.ts'
import { PmsIntegrationError } from '../../errors.ts'
import { isOutage } from '../../platform/database/errors.ts'
import { abortable } from '../../platform/deadline.ts'
import type { PmsProviderAdapter, ProviderContext } from '../../providers/provider.ts'
import { syncedEntities } from '../../sync/synced/synced-entities.ts'
import type { InboxDeps } from '../endpoints/deps.ts'
import { type DueEvent, readMessages } from './event-rows.ts'

/** What came of looking at one entity. */
export type Finding =
  | { readonly kind: 'FETCHED' | 'CARRIED'; readonly raws: readonly unknown[]; readonly fetchedAt: Date }
  | { readonly kind: 'GONE'; readonly fetchedAt: Date }
  /** A sync of the whole kind was asked for instead. */
  | { readonly kind: 'SYNC' }
  | { readonly kind: 'FAILED'; readonly error: unknown }

/** By entity. */
export type Findings = ReadonlyMap<string, { readonly subject: WebhookSubject; readonly finding: Finding }>

export interface Lookup {
  readonly adapter: PmsProviderAdapter
  readonly ctx: ProviderContext
  readonly hotelId: string
  /** The events that are being processed. */
  readonly events: readonly DueEvent[]
}

export const keyOf = ({ entityType, externalId }: WebhookSubject) => `${entityType} ${externalId}`

/** Fetches at the same time; the rate budget holds them back where that is too many. */
const PARALLEL = 4

/**
 * Looks at every entity that the events name, once, until `signal` aborts. Never throws.
 * @returns nothing of those that it did not begin to look at
 */
export async function lookUpAll(deps: InboxDeps, lookup: Lookup, signal: AbortSignal): Promise<Findings> {
  const subjects = new Map(lookup.events.flatMap((event) => event.subjects).map((each) => [keyOf(each), each]))
  const findings = new Map<string, { subject: WebhookSubject; finding: Finding }>()
  const waiting = [...subjects]
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined && !signal.aborted; next = waiting.shift()) {
      const [key, subject] = next
      const looking = lookUp(deps, lookup, subject)
      const finding = await abortable(looking, signal).catch((error) => ({ kind: 'FAILED' as const, error }))
      findings.set(key, { subject, finding })
    }
  }
  await Promise.all(Array.from({ length: PARALLEL }, work))
  return findings
}

/**
 * Fetches an entity; where the provider cannot, takes it from the signed messages; where they do not carry it, asks for a
 * sync of what changed.
 */
async function lookUp(deps: InboxDeps, lookup: Lookup, subject: WebhookSubject): Promise<Finding> {
  const { adapter, ctx } = lookup
  const fetchedAt = deps.clock.now()
  const fetchOne = adapter.fetchOne?.[syncedEntities[subject.entityType].kind]
  try {
    if (fetchOne !== undefined) {
      const raw = await fetchOne(ctx, subject.externalId)
      if (raw !== null) return { kind: 'FETCHED', raws: [raw], fetchedAt }
      if (isContradiction(lookup, subject)) throw notThere()
      return { kind: 'GONE', fetchedAt }
    }
    const carried = adapter.webhook?.verify === undefined ? null : await itemsOf(deps, lookup, subject)
    return carried ?? (await requestSync(deps, lookup, subject))
  } catch (error) {
    return { kind: 'FAILED', error }
  }
}

const SAYS_GONE = /delet|remov|cancel/i
/** Looks at what is not there until that is believed although its message says that it was created or changed. */
const LOOKS = 3

/** Vendors tell of a thing before all of their servers know it: what they do not find yet is not gone. */
function isContradiction({ events }: Lookup, subject: WebhookSubject): boolean {
  const key = keyOf(subject)
  return events.some(
    ({ subjects, eventType, attempts }) =>
      attempts + 1 < LOOKS && !SAYS_GONE.test(eventType) && subjects.some((each) => keyOf(each) === key),
  )
}

const notThere = () =>
  new PmsIntegrationError(
    'NOT_FOUND',
    'The PMS does not find what it told of; it is asked again before that is believed.',
  )

/** The whole items that the messages carry, in the order in which they came; null when there are none. */
async function itemsOf({ database }: InboxDeps, lookup: Lookup, subject: WebhookSubject): Promise<Finding | null> {
  const { adapter, events } = lookup
  const about = events.filter(({ subjects }) => subjects.some((each) => keyOf(each) === keyOf(subject)))
  const messages = await readMessages(
    database,
    about.map(({ id }) => id),
  )
  const { kind } = syncedEntities[subject.entityType]
  const items = messages.flatMap(({ headers, body, receivedAt }) =>
    (adapter.webhook?.parse({ headers, body }) ?? [])
      .filter((event) => event.subject?.kind === kind && event.subject.externalId === subject.externalId)
      .flatMap(({ item }) => (item === null ? [] : [{ item, receivedAt }])),
  )
  const last = items.at(-1)
  if (last === undefined) return null
  return { kind: 'CARRIED', raws: items.map(({ item }) => item), fetchedAt: last.receivedAt }
}

async function requestSync({ engine }: InboxDeps, lookup: Lookup, { entityType }: WebhookSubject): Promise<Finding> {
  const { adapter, hotelId } = lookup
  await engine.request({ hotelId, provider: adapter.key, entityType, trigger: 'WEBHOOK', triggeredBy: 'webhook' })
  return { kind: 'SYNC' }
}

/**
 * A sync that is under way may have passed the change already: the event waits for it, and that is not a failed try. No
 * more is one that the vendor's allowance does not let through, nor one that met an outage of our own.
 */
export const isBusy = (error: PmsIntegrationError) =>
  error.code === 'SYNC_ALREADY_RUNNING' || error.code === 'PROVIDER_RATE_LIMITED' || isOutage(error)
