import { z } from 'zod'
import { PmsIntegrationError } from '../../../errors.ts'
import type { JsonObject } from '../../../records/common.ts'
import { readJson, restRequest } from '../../transport/rest.ts'
import type { Sent } from '../../write.ts'
import type { MockContext } from '../settings.ts'
import { wireError } from '../wire.ts'

export interface MockCommand {
  readonly method: 'PUT' | 'POST'
  /** Below the vendor's version: `/bookings/B-1/cancel`. */
  readonly path: string
  readonly json: JsonObject
}

/** The key is the change's id: a second arrival is answered like the first. */
type KeyedCommand = MockCommand & { readonly key: string }

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

export async function sendCommand(ctx: MockContext, { method, path, json, key }: KeyedCommand): Promise<Sent> {
  const { status, body } = await post(ctx, { method, path, json, headers: { 'idempotency-key': key } })
  return sentBy(status, body === '' ? null : parse(body))
}

const wireResults = z.object({ results: z.array(z.object({ status: z.int(), body: z.unknown() })) })

/** All of them in one request, each done or refused by itself; by key. */
export async function sendCommands(
  ctx: MockContext,
  commands: readonly KeyedCommand[],
): Promise<ReadonlyMap<string, Sent>> {
  const requests = commands.map(({ method, path, json, key }) => ({ method, path, key, body: json }))
  const { results } = readJson(
    await post(ctx, { method: 'POST', path: '/batch', json: { requests } as JsonObject }),
    wireResults,
  )
  return new Map(
    commands.flatMap(({ key }, at) => {
      const result = results[at]
      return result === undefined ? [] : [[key, sentBy(result.status, result.body)] as const]
    }),
  )
}

function post(ctx: MockContext, { headers, ...command }: MockCommand & { headers?: Readonly<Record<string, string>> }) {
  return ctx.http.send({
    ...restRequest({
      ...{ method: command.method, baseUrl: ctx.settings.baseUrl, path: `/v1${command.path}`, json: command.json },
      headers: { authorization: `Bearer ${ctx.credentials.apiKey}`, ...headers },
      accept: [404, 409, 422],
    }),
    once: true,
  })
}

function sentBy(status: number, body: unknown): Sent {
  if (status < 400) return { kind: 'DONE' }
  if (status === 404) return { kind: 'REFUSED', code: 'TARGET_GONE', message: 'The PMS no longer has it.' }
  const code = wireError.safeParse(body).data?.error.code
  if (code === undefined)
    throw new PmsIntegrationError('PROVIDER_BAD_RESPONSE', 'The PMS refused it and does not say why.', { sent: false })
  if (code === 'locked') return { kind: 'AGAIN', waitFor: 'LOCKED' }
  return {
    kind: 'REFUSED',
    code: code === 'transition' ? 'TRANSITION_REFUSED' : 'PROVIDER_REJECTED',
    message: WORDS[code] ?? `The PMS refused it (${code}).`,
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
