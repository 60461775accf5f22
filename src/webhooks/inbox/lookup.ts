import type { WebhookSubject } from '../../entities/webhook-event.ts'
import { PmsIntegrationError } from '../../errors.ts'
import { isOutage } from '../../platform/database/errors.ts'
import { abortable } from '../../platform/deadline.ts'
import { MOST_AT_ONCE, type PmsProviderAdapter, type ProviderContext } from '../../providers/provider.ts'
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
  /** Syncs that were asked for meanwhile. */
  readonly requested: Map<WebhookSubject['entityType'], Promise<unknown>>
}

export const keyOf = ({ entityType, externalId }: WebhookSubject) => `${entityType} ${externalId}`

/** Fetches at the same time; the rate budget holds them back where that is too many. */
const PARALLEL = 4

/**
 * Looks at every entity that the events name, once, until `signal` aborts. Never throws.
 * @returns nothing of those that it did not begin to look at
 */
export async function lookUpAll(deps: InboxDeps, lookup: Lookup, signal: AbortSignal): Promise<Findings> {
  const findings = new Map<string, { subject: WebhookSubject; finding: Finding }>()
  const waiting = groupsOf(lookup)
  const work = async () => {
    for (let group = waiting.shift(); group !== undefined && !signal.aborted; group = waiting.shift()) {
      const looking = lookUpGroup(deps, lookup, group)
      const failed = (error: unknown) => group.map(() => ({ kind: 'FAILED' as const, error }))
      const found = await abortable(looking, signal).catch(failed)
      for (const [index, subject] of group.entries()) {
        const finding = found[index] ?? null
        if (finding === null) waiting.push([subject])
        else findings.set(keyOf(subject), { subject, finding })
      }
    }
  }
  await Promise.all(Array.from({ length: PARALLEL }, work))
  return findings
}

/**
 * What is fetched together: as many of a kind as the provider can. Alone goes what has failed before, so that one which
 * spoils each request that names it does so but once.
 */
function groupsOf({ adapter, events }: Lookup): WebhookSubject[][] {
  const subjects = new Map(events.flatMap((event) => event.subjects).map((each) => [keyOf(each), each]))
  const failedBefore = new Set(
    events.filter(({ attempts }) => attempts > 0).flatMap((event) => event.subjects.map(keyOf)),
  )
  const isOneOfMany = (subject: WebhookSubject) =>
    adapter.fetchMany?.[syncedEntities[subject.entityType].kind] !== undefined && !failedBefore.has(keyOf(subject))
  const { many = [], alone = [] } = Object.groupBy(subjects.values(), (each) => (isOneOfMany(each) ? 'many' : 'alone'))
  const ofTypes = [...Map.groupBy(many, ({ entityType }) => entityType).values()]
  return [...ofTypes.flatMap((each) => chunksOf(each, MOST_AT_ONCE)), ...alone.map((each) => [each])]
}

const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))

/** In the order of the subjects; null of what has to be looked at alone. */
async function lookUpGroup(
  deps: InboxDeps,
  lookup: Lookup,
  subjects: readonly WebhookSubject[],
): Promise<(Finding | null)[]> {
  const [first] = subjects
  if (first === undefined) return []
  if (subjects.length === 1) return [await lookUp(deps, lookup, first)]
  const { adapter, ctx } = lookup
  const { kind } = syncedEntities[first.entityType]
  const fetchedAt = deps.clock.now()
  try {
    const raws =
      (await adapter.fetchMany?.[kind]?.(
        ctx,
        subjects.map(({ externalId }) => externalId),
      )) ?? []
    const byId = Map.groupBy(raws, (raw) => adapter.identify[kind]?.(raw) ?? null)
    return subjects.map(({ externalId }) => {
      const found = byId.get(externalId)
      return found === undefined ? null : { kind: 'FETCHED', raws: found, fetchedAt }
    })
  } catch (error) {
    // Asked alone it would fare the same. Anything else may be for one of them, and is not said about the others.
    const isOfAll = error instanceof PmsIntegrationError && (error.retryable || error.code === 'PROVIDER_UNAUTHORIZED')
    return subjects.map(() => (isOfAll ? { kind: 'FAILED', error } : null))
  }
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

/** One of each type, however many events ask for it. */
async function requestSync(deps: InboxDeps, lookup: Lookup, { entityType }: WebhookSubject): Promise<Finding> {
  const { adapter, hotelId, requested } = lookup
  const request = { hotelId, provider: adapter.key, entityType, trigger: 'WEBHOOK', triggeredBy: 'webhook' } as const
  const asked = requested.get(entityType) ?? deps.engine.request(request)
  requested.set(entityType, asked)
  await asked
  return { kind: 'SYNC' }
}

/**
 * A sync that is under way may have passed the change already: the event waits for it, and that is not a failed try. No
 * more is one that the vendor's allowance does not let through, nor one that met an outage of our own.
 */
export const isBusy = (error: PmsIntegrationError) =>
  error.code === 'SYNC_ALREADY_RUNNING' || error.code === 'PROVIDER_RATE_LIMITED' || isOutage(error)
