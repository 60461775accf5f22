import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { WriteOutcome } from '../../simulator-kit/desk.ts'
import type { SimulatorAnswer } from '../../simulator-kit/server.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'

/** A method that changes something, with the fields of its form. */
export type Command = (form: Record<string, unknown>, hotel: SimulatedHotel) => SimulatorAnswer

export const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

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

/** Why the vendor does not do it; how it words this is nowhere written. */
const WORDS: Readonly<Record<string, string>> = {
  switched_off: 'This action is not available at the moment',
  status: 'The reservation status can not be changed to this one',
  over: 'The reservation can not be modified any more',
  dates: 'The check-out date is before the check-in date',
  no_type: 'The room type does not exist',
  no_room: 'The room is not part of the reservation',
  other_type: 'The room is of another type',
  occupied: 'The room is occupied on one of these nights',
  unassigned: 'The room is not assigned yet',
  too_early: 'The check-in date has not come yet',
  blocked: 'The room is not available on these dates',
  balance: 'The reservation has a balance due',
}

export function answerOf(outcome: WriteOutcome, done: object = {}): SimulatorAnswer {
  switch (outcome.kind) {
    case 'DONE':
    case 'REPEATED':
      return ok(done)
    case 'GONE':
      return refusal('The record was not found')
    case 'LOCKED':
      return refusal('The reservation is being modified by somebody else')
    case 'REFUSED':
      return refusal(WORDS[outcome.reason] ?? outcome.reason)
    case 'LOST':
      return { status: 0 }
  }
}
