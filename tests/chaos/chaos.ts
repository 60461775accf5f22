import { openDatabase } from '../../src/platform/database/database.ts'
import { calm } from './guest-house.ts'
import { countAll, createdTwice, lostMessages, violations } from './invariants.ts'
import { endAll, settle, syncAll } from './peace.ts'
import { sendPeople } from './people.ts'
import { drawScenario, type Step } from './scenario.ts'
import { strikeAll } from './strikes.ts'
import { differences, isOnlyGone } from './truth.ts'
import { openWorld, type World, type WorldOptions } from './world.ts'

export interface ChaosOptions extends WorldOptions {
  readonly lengthMs: number
  /** Between two faults, on average. */
  readonly everyMs: number
  readonly tell: (step: Step) => void
}

export interface ChaosReport {
  /** What happened. */
  readonly steps: readonly Step[]
  /** Everything that is not as it must be; a line each. */
  readonly wrong: readonly string[]
  readonly figures: Readonly<Record<string, number>>
  /** What the processes printed, for whoever has to find out why. */
  readonly output: string
}

/** Lets everything happen that the seed says, then peace return, and looks at what is left. */
export async function runChaos({ lengthMs, everyMs, tell, ...options }: ChaosOptions): Promise<ChaosReport> {
  await using world = await openWorld(options)
  const { seed } = options
  const people = sendPeople(world, seed)
  const steps = await strikeAll(world, drawScenario({ seed, lengthMs, everyMs, parts: world.parts }), tell)
  for (const house of world.houses) calm(house)
  const answers = await people.stop()
  const { wrong, figures } = await lookAt(world, answers)
  wrong.push(...(await endAll(world)))
  return { steps, wrong: [...new Set(wrong)], figures, output: outputOf(world) }
}

async function lookAt(world: World, answers: readonly number[]) {
  await using sql = await openDatabase({ url: world.postgres.url })
  const { houses } = world
  const settledMs = await settle(sql)
  const wrong = unexpected(answers)
  await syncAll(world, {})
  // What is gone at the PMS is for a full sync to find.
  wrong.push(...(await differences(sql, houses)).filter((line) => !isOnlyGone(line)))
  await syncAll(world, { full: true })
  wrong.push(...(await differences(sql, houses)), ...(await violations(sql)), ...(await lostMessages(sql, answers)))
  for (const { hotelId } of houses.slice(1)) wrong.push(...(await createdTwice(sql, hotelId)))
  return { wrong, figures: { ...(await countAll(sql)), webhooks: answers.length, 'settled after, ms': settledMs } }
}

/** A sender is told to come again, or nobody answers; nothing else. */
const unexpected = (answers: readonly number[]) =>
  answers.filter((status) => ![200, 503, 0].includes(status)).map((status) => `a webhook was answered ${status}`)

const outputOf = ({ api, workers }: World) =>
  [api, ...workers].map((member) => `=== ${member.name}\n${member.output()}`).join('\n')
