import { randomUUID } from 'node:crypto'
import type { SimulatorAnswer } from '../../simulator-kit/server.ts'

export const ok = (body: object): SimulatorAnswer => answer(200, { success: true, ...body })

/** The vendor's way to refuse: a 200 that says no. */
export const refusal = (message: string): SimulatorAnswer => answer(200, { success: false, message })

export function failure(status: number): SimulatorAnswer {
  if (status === 401) return answer(401, { error: 'access_denied', message: 'The request was denied.' })
  return answer(status, { success: false, message: `The simulator says ${status}` })
}

/** The answer of the token method alone has no `success`. */
export const answer = (status: number, body: object): SimulatorAnswer => ({
  status,
  headers: { 'x-request-id': randomUUID() },
  body,
})
