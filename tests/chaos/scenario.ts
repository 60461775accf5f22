import { Random } from '../../src/providers/simulator-kit/random.ts'

/** What may happen to a part of the world; each ends by itself after its time. */
export const FAULTS = {
  'kill-api': { part: 'api', forMs: [0, 2_000] },
  'kill-worker': { part: 'worker', forMs: [0, 3_000] },
  'freeze-worker': { part: 'worker', forMs: [2_000, 20_000] },
  'step-clock': { part: 'process', forMs: [3_000, 20_000] },
  'kill-postgres': { part: 'postgres', forMs: [200, 4_000] },
  'stop-postgres': { part: 'postgres', forMs: [1_000, 6_000] },
  'silence-postgres': { part: 'postgres', forMs: [0, 0] },
  'kill-redis': { part: 'redis', forMs: [500, 8_000] },
  'kill-vendor': { part: 'vendor', forMs: [1_000, 10_000] },
  'hang-vendor': { part: 'vendor', forMs: [2_000, 20_000] },
  'fail-vendor': { part: 'vendor', forMs: [2_000, 15_000] },
  'limit-vendor': { part: 'vendor', forMs: [2_000, 15_000] },
} as const satisfies Record<string, { part: string; forMs: readonly [number, number] }>

export type Fault = keyof typeof FAULTS
export type Part = (typeof FAULTS)[Fault]['part']

/** One thing that happens. */
export interface Step {
  /** After the begin. */
  readonly atMs: number
  readonly fault: Fault
  /** Which of the parts of this kind, counted from 0. */
  readonly target: number
  readonly forMs: number
}

export interface ScenarioOptions {
  readonly seed: number
  readonly lengthMs: number
  /** How many there are of each part; a fault of a part that is not there never happens. */
  readonly parts: Readonly<Record<Part, number>>
  /** Between two faults, on average. */
  readonly everyMs: number
}

/** Everything that will happen, of the seed alone: every fault once before any comes again. */
export function drawScenario({ seed, lengthMs, parts, everyMs }: ScenarioOptions): Step[] {
  const random = new Random(seed)
  const possible = (Object.keys(FAULTS) as Fault[]).filter((fault) => parts[FAULTS[fault].part] > 0)
  const steps: Step[] = []
  let bag: Fault[] = []
  for (let atMs = 0; ; ) {
    atMs += Math.round(everyMs * (0.5 + random.next()))
    if (atMs >= lengthMs) return steps
    if (bag.length === 0) bag = [...possible]
    const [fault = 'kill-worker'] = bag.splice(random.int(0, bag.length - 1), 1)
    const { part, forMs } = FAULTS[fault]
    const target = random.int(0, parts[part] - 1)
    steps.push({ atMs, fault, target, forMs: Math.min(random.int(forMs[0], forMs[1]), lengthMs - atMs) })
  }
}

/** As it is printed. */
export const nameOf = ({ atMs, fault, target, forMs }: Step) =>
  `${(atMs / 1_000).toFixed(1).padStart(6)} s  ${fault} ${target} for ${(forMs / 1_000).toFixed(1)} s`
