import { z } from 'zod'
import { badUserInput } from '../../../errors.ts'
import { textOf } from '../../../platform/body-text.ts'
import type { FetchKind, WebhookEvent, WebhookRequest } from '../../provider.ts'

/** What the connector posts; types and kinds that are new are kept as events about nothing that is synced. */
const connectorEvent = z.object({
  id: z.string().min(1),
  type: z.string().min(1),
  occurredAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  propertyId: z.string().min(1),
  correlationId: z.string().min(1).max(64),
  sourceMessage: z.string().min(1),
  entity: z.object({ kind: z.string(), id: z.string().min(1) }),
  command: z
    .object({
      state: z.enum(['SUCCEEDED', 'FAILED']),
      errors: z.array(z.object({ message: z.string() })).nullish(),
    })
    .nullish(),
})

/** Of a room its state is all that is told; of a plan or a type that some of its days have changed. */
const KINDS: Readonly<Record<string, FetchKind>> = {
  reservation: 'bookings',
  room: 'housekeeping',
  ratePlan: 'rates',
  roomType: 'availability',
}

/** @throws PmsIntegrationError BAD_USER_INPUT naming the field */
export function connectorEventOf({ body }: WebhookRequest): WebhookEvent {
  const parsed = connectorEvent.safeParse(jsonOf(body))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw badUserInput(issue?.path.join('.') || 'body', `The event does not fit: ${issue?.message}.`)
  }
  const { id, type, propertyId, entity, occurredAt, correlationId, command } = parsed.data
  const kind = Object.hasOwn(KINDS, entity.kind) ? KINDS[entity.kind] : undefined
  return {
    eventId: id,
    type,
    externalHotelId: propertyId,
    subject: kind === undefined ? null : { kind, externalId: entity.id },
    item: null,
    occurredAt,
    ...(command && {
      command: {
        token: correlationId,
        state: command.state === 'SUCCEEDED' ? ('DONE' as const) : ('REFUSED' as const),
        errors: (command.errors ?? []).map(({ message }) => message),
      },
    }),
  }
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(textOf(body))
  } catch {
    throw badUserInput('body', 'The body is neither JSON nor XML.')
  }
}
