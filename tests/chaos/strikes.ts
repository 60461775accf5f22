import { setTimeout as delay } from 'node:timers/promises'
import { calm, type GuestHouse } from './guest-house.ts'
import type { Member } from './member.ts'
import type { Fault, Step } from './scenario.ts'
import type { World } from './world.ts'

/** What a fault does. The wait in the middle is how long it lasts. */
type Strike = (world: World, target: number, last: () => Promise<void>) => Promise<void>

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
/** Back or ahead, by an hour or a minute. */
const STEPS_MS = [HOUR_MS, -HOUR_MS, MINUTE_MS, -MINUTE_MS] as const

const processOf = ({ api, workers }: World, target: number): Member => [api, ...workers][target] ?? api

async function killMember(member: Member, last: () => Promise<void>) {
  await member.kill()
  await last()
  await member.start()
}

const vendorStrike =
  (spoil: (house: GuestHouse) => void): Strike =>
  async ({ houses }, target, last) => {
    const house = houses[target]
    if (house === undefined) return
    spoil(house)
    await last()
    calm(house)
  }

export const STRIKES: Readonly<Record<Fault, Strike>> = {
  'kill-api': ({ api }, _, last) => killMember(api, last),
  'kill-worker': (world, target, last) => killMember(processOf(world, target + 1), last),
  async 'freeze-worker'(world, target, last) {
    const worker = processOf(world, target + 1)
    worker.signal('SIGSTOP')
    await last()
    worker.signal('SIGCONT')
  },
  async 'step-clock'(world, target, last) {
    const member = processOf(world, target)
    await member.stepClock(STEPS_MS[target % STEPS_MS.length] ?? HOUR_MS)
    await last()
    await member.stepClock(0)
  },
  async 'kill-postgres'({ postgres }, _, last) {
    await postgres.kill()
    await last()
    await postgres.start()
  },
  async 'stop-postgres'({ postgres }, _, last) {
    await postgres.stop()
    await last()
    await postgres.start()
  },
  async 'silence-postgres'({ databaseNetwork }) {
    databaseNetwork.silence()
  },
  async 'kill-redis'({ redis }, _, last) {
    await redis?.kill()
    await last()
    await redis?.start()
  },
  'kill-vendor': vendorStrike(({ network }) => network.cut()),
  'hang-vendor': vendorStrike(({ network }) => network.freeze()),
  'fail-vendor': vendorStrike(({ simulator }) => simulator.setFaults({ serverError: 0.5, cut: 0.2 })),
  'limit-vendor': vendorStrike(({ simulator }) => simulator.setFaults({ rateLimited: 0.5 })),
}

/**
 * Lets everything happen when it is due. A part that still suffers from one fault is spared another.
 * @returns the steps that happened, in their order
 */
export async function strikeAll(world: World, steps: readonly Step[], tell: (step: Step) => void): Promise<Step[]> {
  const begin = performance.now()
  const suffering = new Set<string>()
  const happened: Step[] = []
  const strike = async (step: Step) => {
    await delay(Math.max(begin + step.atMs - performance.now(), 0))
    const part = suffererOf(step)
    if (suffering.has(part)) return
    suffering.add(part)
    happened.push(step)
    tell(step)
    await STRIKES[step.fault](world, step.target, () => delay(step.forMs)).finally(() => suffering.delete(part))
  }
  await Promise.all(steps.map(strike))
  return happened
}

/** A process cannot be frozen while it is dead; a vendor has one fault at a time. */
function suffererOf({ fault, target }: Step): string {
  if (fault === 'kill-api') return 'process-0'
  if (fault.endsWith('-worker')) return `process-${target + 1}`
  if (fault === 'step-clock') return `process-${target}`
  return `${fault.split('-')[1]}-${target}`
}
