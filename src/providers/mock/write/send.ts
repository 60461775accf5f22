import { z } from 'zod'
import { PmsIntegrationError } from '../../../errors.ts'
import type { JsonObject } from '../../../records/common.ts'
import { restRequest } from '../../transport/rest.ts'
import type { Outgoing, Sent } from '../../write.ts'
import type { MockContext } from '../settings.ts'
import { wireError } from '../wire.ts'

export interface MockCommand {
  readonly method: 'PUT' | 'POST'
  /** Below the vendor's version: `/bookings/B-1/cancel`. */
  readonly path: string
  readonly json: JsonObject
}

/** What the vendor refuses in words of its own; the rest of its codes is our mistake. */
const WORDS: Readonly<Record<string, string>> = {
  transition: 'The PMS does not move a booking there from where it is.',
  no_room: 'No room has been given to the booking.',
  room_taken: 'Another booking has the room on one of these nights.',
  unknown_room: 'The PMS has no such room.',
  unknown_category: 'The PMS has no such room type.',
  overlaps: 'The room is blocked already on one of these nights.',
  switched_off: 'The PMS does not do this at the moment.',
}

/** The change's id is the vendor's idempotency key: a second arrival is answered like the first. */
export async function sendCommand(ctx: MockContext, change: Outgoing, command: MockCommand): Promise<Sent> {
  const response = await ctx.http.send({
    ...restRequest({
      method: command.method,
      baseUrl: ctx.settings.baseUrl,
      path: `/v1${command.path}`,
      headers: { authorization: `Bearer ${ctx.credentials.apiKey}`, 'idempotency-key': change.id },
      json: command.json,
      accept: [404, 409, 422],
    }),
    once: true,
  })
  if (response.status < 400) return { kind: 'DONE' }
  if (response.status === 404) return { kind: 'REFUSED', code: 'TARGET_GONE', message: 'The PMS no longer has it.' }
  const code = codeOf(response.body)
  if (code === 'locked') return { kind: 'AGAIN', waitFor: 'LOCKED' }
  return {
    kind: 'REFUSED',
    code: code === 'transition' ? 'TRANSITION_REFUSED' : 'PROVIDER_REJECTED',
    message: WORDS[code] ?? `The PMS refused it (${code}).`,
  }
}

function codeOf(body: string): string {
  const parsed = z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(wireError)
    .safeParse(body)
  if (parsed.success) return parsed.data.error.code
  throw new PmsIntegrationError('PROVIDER_BAD_RESPONSE', 'The PMS refused it and does not say why.', { sent: false })
}
