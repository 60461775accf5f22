import { z } from 'zod'
import { badUserInput } from '../../errors.ts'
import { textOf } from '../../platform/body-text.ts'
import type { FetchKind, ProviderWebhook, WebhookEvent } from '../provider.ts'

type Fields = Readonly<Record<string, unknown>>

/** The word before the slash, what of ours that is, and which field names it. */
const SUBJECTS: ReadonlyMap<string, readonly [FetchKind, string]> = new Map([
  ['reservation', ['bookings', 'reservationid']],
  ['guest', ['guests', 'guestid']],
  ['housekeeping', ['housekeeping', 'roomid']],
  ['roomblock', ['roomBlocks', 'roomid']],
])

type Subject = NonNullable<WebhookEvent['subject']>

const message = z.record(z.string(), z.unknown())
const eventName = z.string().regex(/^\w{1,60}\/\w{1,60}$/)
const blockedRooms = z.array(message)

/**
 * Cloudbeds signs nothing and numbers nothing, and writes the same key in different ways: they are compared without case.
 * A message says what changed, so it causes no more than a fetch.
 */
export const webhook: ProviderWebhook = {
  setup:
    'Please subscribe it (postWebhook) to the events of the objects reservation, guest, housekeeping and roomblock.',
  parse({ body }) {
    const fields = fieldsOf(parseJson(body))
    const type = eventName.safeParse(fields?.event).data
    if (fields === null || type === undefined) throw badUserInput('body', 'This is no message of Cloudbeds.')
    const event = { eventId: null, type, externalHotelId: idIn(fields, 'propertyid'), item: null }
    return subjectsOf(type, fields).map((subject) => ({ ...event, subject, occurredAt: timeIn(fields) }))
  },
}

function subjectsOf(type: string, fields: Fields): WebhookEvent['subject'][] {
  const [kind, key] = SUBJECTS.get(type.slice(0, type.indexOf('/'))) ?? []
  if (kind === undefined || key === undefined) return [null]
  const id = kind === 'roomBlocks' ? null : idIn(fields, key)
  const subject = id === null ? [] : [{ kind, externalId: id }]
  const all = [...subject, ...(kind === 'roomBlocks' ? blocksIn(fields, key) : roomsIn(type, fields))]
  return all.length === 0 ? [null] : all
}

/** A block names its rooms in a list; each is a row, and is no longer as it was. */
function blocksIn(fields: Fields, key: string): Subject[] {
  const block = idIn(fields, 'roomblockid')
  const sources = (blockedRooms.safeParse(fields.rooms).data ?? []).map(fieldsOf)
  const rooms = new Set(sources.map((source) => source && idIn(source, key)).filter((id) => id !== null))
  return [...rooms].flatMap((room): Subject[] => [
    ...(block === null ? [] : [{ kind: 'roomBlocks' as const, externalId: `${block}/${room}` }]),
    { kind: 'housekeeping', externalId: room },
  ])
}

/** Who moves in, out or elsewhere changes rooms as well. */
function roomsIn(type: string, fields: Fields): Subject[] {
  if (!/\/accommodation_(status_)?changed$/.test(type)) return []
  const ids = new Set(['roomid', 'roomidprev'].map((key) => idIn(fields, key)).filter((id) => id !== null))
  return [...ids].map((externalId) => ({ kind: 'housekeeping', externalId }))
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(textOf(body))
  } catch {
    throw badUserInput('body', 'The body is not JSON.')
  }
}

function fieldsOf(value: unknown): Fields | null {
  const parsed = message.safeParse(value)
  if (!parsed.success) return null
  return Object.fromEntries(Object.entries(parsed.data).map(([key, field]) => [key.toLowerCase(), field]))
}

const id = z.union([z.string().trim().min(1).max(255), z.int().min(0).transform(String)])

/** The twin that ends in `_str` is exact where a number may not be. */
function idIn(fields: Fields, key: string): string | null {
  return id.safeParse(fields[`${key}_str`]).data ?? id.safeParse(fields[key]).data ?? null
}

/** Seconds since 1970, with a fraction. */
function timeIn({ timestamp }: Fields): Date | null {
  const seconds = z.coerce.number().positive().max(253_402_300_799).safeParse(timestamp).data
  return seconds === undefined ? null : new Date(seconds * 1_000)
}
