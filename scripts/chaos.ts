import { randomInt } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { compile } from '../bin/compile.mjs'
import { listProviderAdapters } from '../src/providers/registry.ts'
import { runChaos } from '../tests/chaos/chaos.ts'
import { FAULTS, nameOf } from '../tests/chaos/scenario.ts'

function parseNumber(text: string): number {
  const value = Number(text)
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('Write a number above zero.')
  return value
}

const { minutes, seed, workers, every, redis } = new Command('chaos')
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
  .parse()
  .opts<{ minutes: number; seed?: number; workers: number; every: number; redis: boolean }>()

const drawn = seed ?? randomInt(1, 2 ** 31)
console.log(`Chaos for ${minutes} min, --seed ${drawn}`)
await compile()
const report = await runChaos({
  ...{ seed: drawn, workers, isWithRedis: redis, providers: [...listProviderAdapters(), ...listProviderAdapters()] },
  lengthMs: minutes * 60_000,
  everyMs: every * 1_000,
  tell: (step) => console.log(nameOf(step)),
})
for (const [name, value] of Object.entries(report.figures)) console.log(`  ${name.padEnd(20)} ${value}`)
const log = join(tmpdir(), `pms-chaos-${drawn}.log`)
await writeFile(log, report.output)
console.log(`What the processes printed: ${log}`)
for (const line of report.wrong.slice(0, 50)) console.log(`WRONG  ${line}`)
console.log(
  report.wrong.length === 0
    ? 'Everything is as it must be.'
    : `${report.wrong.length} things are wrong; repeat it with --seed ${drawn}`,
)
process.exitCode = report.wrong.length === 0 ? 0 : 1
