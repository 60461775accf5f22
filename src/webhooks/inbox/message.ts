import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { WebhookSubject } from '../../entities/webhook-event.ts'
import { currentOrigin } from '../../platform/cause.ts'
import type { WebhookEvent, WebhookRequest } from '../../providers/provider.ts'
import type { CommandOutcome } from '../../records/changes/command-outcome.ts'
import { entityTypeOf } from '../../records/entity-type.ts'
import { scrubProse } from '../../records/text/prose.ts'
import { isSecretKey } from '../../records/text/secret-key.ts'
import { DIGEST_PREFIX, type NewEvent } from './event-rows.ts'
import { scrubBody } from './scrub-body.ts'

/** Whose inbox a message goes to. */
export interface Recipient {
  readonly configurationId: string
  readonly hotelId: string
  readonly provider: string
}

const MAX_TEXT_CHARS = 500
const MAX_HEADERS = 50
/** Stands for a header that is or may be a secret. */
export const HIDDEN = '[hidden]'

/**
 * The row of a message that was verified and parsed. Several events of one message share a row: it has one body.
 * @param options.answersAll the vendor waits for an answer to messages about nothing, too: those are processed as well
 */
export function newEvent(
  { configurationId, hotelId, provider }: Recipient,
  request: WebhookRequest,
  events: readonly WebhookEvent[],
  { receivedAt, answersAll }: { receivedAt: Date; answersAll: boolean },
): NewEvent {
  const subjects = subjectsOf(events)
  const commands = commandsOf(events)
  const types = [...new Set(events.map(({ type }) => clean(type)))]
  const ids = [...new Set(events.flatMap(({ eventId }) => eventId ?? []))]
  const isNamed = ids.length > 0 && events.every(({ eventId }) => eventId !== null)
  return {
    ...{ id: uuidv7(), configurationId, hotelId, provider },
    dedupeKey: isNamed ? `id:${short(ids.sort().join(' '))}` : digestOf(types, request.body),
    eventId: isNamed ? clean(ids.join(' ')) : null,
    eventType: types.length === 0 ? 'empty' : clean(scrubProse(types.join(', '))),
    subjects,
    commands,
    headers: keptHeaders(request.headers),
    body: scrubBody(request.body),
    occurredAt: occurredAtOf(events),
    receivedAt,
    origin: currentOrigin(),
    ...(subjects.length === 0 && commands.length === 0 && !answersAll
      ? { status: 'IGNORED', reason: 'It concerns nothing that is synced.' }
      : { status: 'RECEIVED', reason: null }),
  }
}

/** Each thing once, however many events of the message name it. */
function subjectsOf(events: readonly WebhookEvent[]): WebhookSubject[] {
  const subjects = new Map<string, WebhookSubject>()
  for (const { subject } of events) {
    if (subject === null) continue
    const entityType = entityTypeOf(subject.kind)
    const externalId = clean(subject.externalId, 255)
    subjects.set(`${entityType} ${externalId}`, { entityType, externalId })
  }
  return [...subjects.values()]
}

const MAX_REASONS = 10

/** Words of a vendor are prose like any other. */
function commandsOf(events: readonly WebhookEvent[]): CommandOutcome[] {
  return events.flatMap(({ command }) =>
    command === undefined
      ? []
      : [
          {
            token: clean(command.token, 255),
            state: command.state,
            errors: command.errors.slice(0, MAX_REASONS).map((text) => clean(scrubProse(text))),
          },
        ],
  )
}

function occurredAtOf(events: readonly WebhookEvent[]): Date | null {
  const known = events.flatMap(({ occurredAt }) => occurredAt ?? [])
  return known.find((date) => !Number.isNaN(date.getTime())) ?? null
}

const digestOf = (types: readonly string[], body: Buffer) =>
  DIGEST_PREFIX +
  createHash('sha256')
    .update(`${types.join(' ')}\n`)
    .update(body)
    .digest('base64url')

/** A vendor's id may be long; an index entry may not. */
const short = (id: string) =>
  id.length <= 200 ? clean(id) : `sha256-${createHash('sha256').update(id).digest('base64url')}`

const clean = (text: string, maxChars = MAX_TEXT_CHARS) =>
  text.replaceAll('\u0000', '').slice(0, maxChars).toWellFormed()

/** That a secret came is worth knowing, and all that is kept of it. */
function keptHeaders(headers: WebhookRequest['headers']): Record<string, string> {
  const isSecret = (name: string) => isSecretKey(name) || /signature|key|auth/.test(name)
  const entries = Object.entries(headers).slice(0, MAX_HEADERS)
  const kept = (name: string, value: string) => (name === 'webhook-id' ? value : scrubProse(value))
  return Object.fromEntries(
    entries.map(([name, value]) => [clean(name), isSecret(name) ? HIDDEN : clean(kept(name, value))]),
  )
}
