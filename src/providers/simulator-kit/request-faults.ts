import type { Clock } from '../provider.ts'
import type { SimulatorFaults } from '../simulator.ts'
import type { Random } from './random.ts'
import type { SimulatorAnswer, Transmission } from './server.ts'
import type { Throttle } from './throttle.ts'

const SERVER_ERRORS = [500, 502, 503, 504] as const
const FAULT_PAUSE_MS = 1_000

export interface RequestFaultOptions {
  readonly random: Random
  readonly clock: Clock
  /** The vendor's own limit, which holds without any fault. */
  readonly throttle: Throttle
  /** The vendor's way to say that a request failed with this status. */
  readonly failure: (status: number) => SimulatorAnswer
}

/** Decides what happens to a request before and after the vendor's routes see it. */
export function createRequestFaults({ random, clock, throttle, failure }: RequestFaultOptions) {
  const tooMany = (waitMs: number, faults: SimulatorFaults) => {
    const answer = failure(429)
    return { ...answer, headers: { ...answer.headers, ...retryAfter(waitMs, faults, clock) } }
  }
  const refusal = (faults: SimulatorFaults): SimulatorAnswer | null => {
    // Every draw is made for every request, so that one rate does not change when another fault strikes.
    const isLimited = random.chance(faults.rateLimited ?? 0)
    const isBroken = random.chance(faults.serverError ?? 0)
    const status = random.pick(SERVER_ERRORS)
    const waitMs = throttle.enter(clock.now().getTime())
    if (waitMs !== null) return tooMany(waitMs, faults)
    if (isLimited) return tooMany(FAULT_PAUSE_MS, faults)
    if (isBroken) return failure(status)
    return faults.unauthorized ? failure(401) : null
  }
  return async (
    faults: SimulatorFaults,
    answer: () => SimulatorAnswer | Promise<SimulatorAnswer>,
  ): Promise<Transmission> => {
    const refused = refusal(faults)
    const isCut = random.chance(faults.cut ?? 0)
    return { answer: refused ?? (await answer()), slowMs: faults.slowMs ?? 0, isCut }
  }
}

function retryAfter(waitMs: number, { retryAfter = 'seconds' }: SimulatorFaults, clock: Clock): Record<string, string> {
  if (retryAfter === 'none') return {}
  const seconds = Math.ceil(waitMs / 1000)
  if (retryAfter === 'seconds') return { 'retry-after': String(seconds) }
  // HTTP dates have no fractions: the next full second, so that nobody comes back too early.
  return { 'retry-after': new Date(clock.now().getTime() + seconds * 1000 + 999).toUTCString() }
}
