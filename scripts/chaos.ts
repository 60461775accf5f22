import { randomInt } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { compile } from '../bin/compile.mjs'
import { openDatabase } from '../src/platform/database/database.ts'
import { listProviderAdapters } from '../src/providers/registry.ts'
import { runChaos } from '../tests/chaos/chaos.ts'
import { FAULTS, nameOf } from '../tests/chaos/scenario.ts'
import { runStreamChaos } from '../tests/chaos/streams.ts'
import { startOwnPostgres } from '../tests/kit/own-postgres.ts'

function parseNumber(text: string): number {
  const value = Number(text)
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('Write a number above zero.')
  return value
}

interface Options {
  readonly minutes: number
  readonly seed?: number
  readonly workers: number
  readonly every: number
  readonly redis: boolean
}

async function breakEverything({ minutes, seed = randomInt(1, 2 ** 31), workers, every, redis }: Options) {
  console.log(`Chaos for ${minutes} min, --seed ${seed}`)
  await compile()
  const { wrong, figures, output } = await runChaos({
    ...{ seed, workers, isWithRedis: redis, providers: [...listProviderAdapters(), ...listProviderAdapters()] },
    lengthMs: minutes * 60_000,
    everyMs: every * 1_000,
    tell: (step) => console.log(nameOf(step)),
  })
  await tellEnd({ wrong, figures, output, seed })
}

interface StreamOptions {
  readonly events: number
  readonly kills: number
  readonly workers: number
  readonly seed?: number
}

/** Every other strike is of another kind. */
const BESIDE = ['freeze-stream', 'freeze-worker', 'step-clock', 'lock-out'] as const

async function breakStreams({ events, kills, workers, seed = randomInt(1, 2 ** 31) }: StreamOptions) {
  console.log(`Chaos within ${events} events of a stream, --seed ${seed}`)
  await compile()
  await using postgres = await startOwnPostgres()
  await using database = await openDatabase({ url: postgres.url })
  await database.migrate()
  const strikes = Array.from(
    { length: kills },
    (_, n) => ['kill-worker', BESIDE[n % BESIDE.length] ?? BESIDE[0]] as const,
  )
  const { wrong, figures, output } = await runStreamChaos({
    ...{ databaseUrl: postgres.url, redisUrl: null, seed, workers, isHurried: false, events, everyMs: 20 },
    ...{ strikes: strikes.flat(), tell: console.log },
  })
  await tellEnd({ wrong, figures, output, seed })
}

interface End {
  readonly wrong: readonly string[]
  readonly figures: Readonly<Record<string, number>>
  readonly output: string
  readonly seed: number
}

async function tellEnd({ wrong, figures, output, seed }: End): Promise<void> {
  for (const [name, value] of Object.entries(figures)) console.log(`  ${name.padEnd(28)} ${value}`)
  const log = join(tmpdir(), `pms-chaos-${seed}.log`)
  await writeFile(log, output)
  console.log(`What the processes printed: ${log}`)
  for (const line of wrong.slice(0, 50)) console.log(`WRONG  ${line}`)
  const isRight = wrong.length === 0
  console.log(
    isRight ? 'Everything is as it must be.' : `${wrong.length} things are wrong; repeat it with --seed ${seed}`,
  )
  process.exitCode = isRight ? 0 : 1
}

const program = new Command('chaos')
  .enablePositionalOptions()
  .description('break every part of the service again and again while it works, and look at what is left')
  .option('--minutes <n>', 'how long things break', parseNumber, 10)
  .option('--seed <n>', 'repeats what happened with this seed; default: another one each time', parseNumber)
  .option('--workers <n>', 'processes that execute syncs', parseNumber, 2)
  .option('--every <seconds>', 'between two faults, on average', parseNumber, 3)
  .option('--no-redis', 'with the queue on PostgreSQL though a redis-server is installed')
  .addHelpText(
    'after',
    `\nWhat breaks: ${Object.keys(FAULTS).join(', ')}.\nIt starts servers of its own and touches no other.`,
  )
  .action(breakEverything)
program
  .command('streams')
  .description('the same for a stream: its readers are killed and frozen, its connection too, clocks jump')
  .option('--events <n>', 'how many the vendor tells', parseNumber, 10_000)
  .option('--kills <n>', 'how often a worker is killed; as often something else happens', parseNumber, 8)
  .option('--workers <n>', 'processes that want to read it', parseNumber, 3)
  .option('--seed <n>', 'repeats the moments; default: others each time', parseNumber)
  .action(breakStreams)
await program.parseAsync()
