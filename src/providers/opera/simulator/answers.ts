import type { SimulatorAnswer } from '../../simulator-kit/server.ts'

export const ok = (body: unknown): SimulatorAnswer => ({ status: 200, body })

/** An empty result has no body. */
export const empty: SimulatorAnswer = { status: 204 }

const WITH_BODY: ReadonlySet<number> = new Set([400, 404, 500])

/** The vendor's way to say no. Most refusals have no body at all. */
export function problem(status: number, code = `SIM${status}`, detail?: string): SimulatorAnswer {
  if (!WITH_BODY.has(status)) return { status }
  const type = 'https://www.rfc-editor.org/rfc/rfc9110#name-status-codes'
  return { status, body: { type, title: 'The simulator refuses this', status, detail, 'o:errorCode': code } }
}

/** A page of `limit` rows from `offset` of `total`. The vendor's own `offset` is where the next one begins. */
export function envelopeOf(offset: number, limit: number, count: number, total: number) {
  const totalPages = Math.ceil(total / limit)
  return { totalPages, offset: offset + count, limit, hasMore: offset + count < total, totalResults: total, count }
}
