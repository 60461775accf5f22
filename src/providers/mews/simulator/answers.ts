import { randomUUID } from 'node:crypto'
import type { WriteOutcome } from '../../simulator-kit/desk.ts'
import type { SimulatorAnswer } from '../../simulator-kit/server.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'

/** An operation that changes something; null: the vendor does not take these parameters. */
export type Command = (body: unknown, hotel: SimulatedHotel) => SimulatorAnswer | null

export const ok = (body: object): SimulatorAnswer => ({ status: 200, headers: { 'request-id': randomUUID() }, body })

export function failure(status: number, message: string): SimulatorAnswer {
  const id = randomUUID()
  return { status, headers: { 'request-id': id }, body: { Message: message, RequestId: id } }
}

/** Why the vendor does not do it, as it would say it to the person at the desk. */
const WORDS: Readonly<Record<string, string>> = {
  switched_off: 'This operation is not possible at the moment.',
  over: 'The reservation can no longer be changed.',
  locked: 'The space of the reservation is locked.',
  overbooking: 'The space is occupied by another reservation.',
  not_confirmed: 'Only a confirmed reservation can be started.',
  in_future: 'The reservation cannot be started before its start.',
  no_space: 'The reservation cannot be started because it has no assigned space.',
  not_inspected: 'The reservation cannot be started because the assigned space is not inspected.',
  not_started: 'Only a started reservation can be processed.',
  too_early: 'The reservation cannot be processed before its last day.',
  open_balance: 'The reservation cannot be processed because its bills are not settled.',
  blocked: 'The space is used by a reservation or another block at this time.',
  closed: 'The task is closed.',
  not_cancellable: 'Only an optional or a confirmed reservation can be canceled.',
}

/** What came of the parts of a command: the first that was not done speaks for all. */
export function answerOf(outcomes: readonly WriteOutcome[], what: string, done: () => object): SimulatorAnswer {
  const failed = outcomes.find(({ kind }) => kind !== 'DONE' && kind !== 'REPEATED')
  switch (failed?.kind) {
    case 'GONE':
      return failure(400, `Invalid ${what}.`)
    case 'LOCKED':
      return failure(409, 'The data has changed. Refresh and resubmit.')
    case 'REFUSED':
      return failure(403, WORDS[failed.reason] ?? failed.reason)
    case 'LOST':
      return { status: 0 }
    default:
      return ok(done())
  }
}
