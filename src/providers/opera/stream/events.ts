import { z } from 'zod'
import { instantOf } from '../../local-time.ts'
import type { FetchKind, ProviderContext, WebhookEvent } from '../../provider.ts'
import type { StreamMessage } from '../../stream.ts'

/** Which module tells of what is synced; the event is a hint, and what it names is read again. */
const KINDS: ReadonlyMap<string, FetchKind> = new Map([
  ['RESERVATION', 'bookings'],
  ['HOUSEKEEPING', 'housekeeping'],
  ['PROFILE', 'guests'],
])

/** Ranges cannot be read by themselves: such an event asks for a sync of all of them. */
const OF_BLOCKS = /\bOUT OF (ORDER|SERVICE)\b/

function kindOf(moduleName: string, eventName: string): FetchKind | undefined {
  const kind = KINDS.get(moduleName.toUpperCase())
  return kind === 'housekeeping' && OF_BLOCKS.test(eventName.toUpperCase()) ? 'roomBlocks' : kind
}

const text = (max: number) => z.coerce.string().trim().min(1).max(max)
const newEvent = z.object({
  metadata: z.object({ offset: z.coerce.string().regex(/^\d{1,20}$/), uniqueEventId: text(200).nullish().catch(null) }),
  moduleName: text(100),
  eventName: text(200),
  primaryKey: text(100).nullish().catch(null),
  timestamp: z.string().nullish().catch(null),
  hotelId: text(50).nullish().catch(null),
})
const next = z.object({ data: z.object({ newEvent }) })
const position = z.object({
  data: z.object({ newEvent: z.object({ metadata: z.object({ offset: z.coerce.string().regex(/^\d{1,20}$/) }) }) }),
})

/**
 * The message of an event. One that cannot be read passes on its position, so that it does not come again for ever, and
 * is reported; null where not even that can be read.
 */
export function messageOf(payload: unknown, body: string, ctx: ProviderContext): StreamMessage | null {
  const read = next.safeParse(payload)
  if (read.success) {
    const { metadata, ...event } = read.data.data.newEvent
    return { offset: metadata.offset, events: [eventOf(event, metadata.uniqueEventId ?? null, ctx)], body }
  }
  const at = position.safeParse(payload)
  ctx.report({ path: 'stream.newEvent', value: read.error.issues[0]?.path.join('.') ?? '', used: 'nothing' })
  return at.success ? { offset: at.data.data.newEvent.metadata.offset, events: [], body } : null
}

type Event = Omit<z.output<typeof newEvent>, 'metadata'>

function eventOf(event: Event, eventId: string | null, { hotel }: ProviderContext): WebhookEvent {
  const { moduleName, eventName, primaryKey, timestamp, hotelId } = event
  const kind = kindOf(moduleName, eventName)
  return {
    eventId,
    type: `${moduleName} ${eventName}`,
    externalHotelId: hotelId ?? null,
    subject: kind === undefined || primaryKey == null ? null : { kind, externalId: primaryKey },
    item: null,
    occurredAt: timestamp == null ? null : timeOf(timestamp, hotel.timeZone),
  }
}

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')
const ORACLE = /^(\d{1,2})-([A-Z]{3})-(\d{2}) (\d{1,2})\.(\d{2})\.(\d{2})(\.\d+)? ([AP])M$/i

/**
 * `16-SEP-26 09.41.02.118003 AM`, or a date and time with blanks; on the clocks of the property, which nobody has
 * confirmed.
 */
export function timeOf(timestamp: string, timeZone: string): Date | null {
  const [, day = '', month = '', year, hours, minutes, seconds, , half] = ORACLE.exec(timestamp.trim()) ?? []
  if (half === undefined) return instantOf(timestamp, timeZone)
  const two = (number: number) => String(number).padStart(2, '0')
  const number = MONTHS.indexOf(month.toUpperCase()) + 1
  const hour = (Number(hours) % 12) + (half.toUpperCase() === 'P' ? 12 : 0)
  return instantOf(`20${year}-${two(number)}-${two(Number(day))} ${two(hour)}:${minutes}:${seconds}`, timeZone)
}
