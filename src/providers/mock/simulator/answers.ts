import type { WriteOutcome } from '../../simulator-kit/desk.ts'
import type { SimulatorAnswer } from '../../simulator-kit/server.ts'

/** What the vendor says to a request that changes something. */
export function answerOf(outcome: WriteOutcome): SimulatorAnswer {
  switch (outcome.kind) {
    case 'DONE':
    case 'REPEATED':
      return { status: 200, body: { ok: true } }
    case 'GONE':
      return failure(404, 'not_found')
    case 'LOCKED':
      return failure(409, 'locked')
    case 'REFUSED':
      return failure(409, outcome.reason)
    case 'LOST':
      return { status: 0 }
  }
}

export const failure = (status: number, code: string): SimulatorAnswer => ({
  status,
  body: { error: { code, message: `The mock PMS refuses (${code})` } },
})
