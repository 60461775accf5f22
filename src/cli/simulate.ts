import { once } from 'node:events'
import { Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import { createLogger } from '../platform/logger.ts'
import { getProviderAdapter, listProviderAdapters } from '../providers/registry.ts'
import type { SimulatorFaults } from '../providers/simulator.ts'
import { inventions } from '../providers/simulator-kit/synced/inventions.ts'
import { ROW_TYPES, recordTypes } from '../records/entity-type.ts'
import { kebabCase } from '../records/record-type.ts'
import { keepServing } from './last-resort.ts'

const share = (what: string) => z.coerce.number().min(0).max(1).optional().describe(`0 to 1: ${what}`)
const flag = (what: string) => z.stringbool().optional().describe(what)

type WriteFault = keyof NonNullable<SimulatorFaults['write']>
/** Each has a name of its own here: `write.refuse`. */
type FaultName = Exclude<keyof SimulatorFaults, 'write'> | `write.${WriteFault}`

const faultsSchema = z.strictObject({
  rateLimited: share('share of requests that are answered 429'),
  retryAfter: z.enum(['seconds', 'date', 'none']).optional().describe('seconds, date or none: what a 429 says'),
  serverError: share('share of requests that are answered 500, 502, 503 or 504'),
  slowMs: z.coerce.number().int().min(0).optional().describe('milliseconds before each answer'),
  cut: share('share of answers that are cut in the middle'),
  malformedItem: share('share of pages with one item that no reader understands'),
  malformedItems: share('share of items that no reader understands'),
  duplicate: share('share of pages that repeat an item of the page before'),
  reorder: flag('shuffles the items within each page'),
  editWhilePaging: share('share of pages after which items that are yet to come are edited'),
  equalTimestamps: flag('gives all items the same modification time'),
  unauthorized: flag('refuses the credentials'),
  streamLockedOut: flag('lets somebody else hold the connection of the stream'),
  streamFrozen: flag('lets the stream go silent with its connection open'),
  streamLingersMs: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe('milliseconds for which who left the stream without a word is taken for connected'),
  streamCut: share('share of messages of the stream after which its connection is cut'),
  streamDuplicate: share('share of messages of the stream that come twice'),
  'write.loseBefore': share('share of changes whose connection is cut before anything is done'),
  'write.loseAfter': share('share of changes that are done, and whose answer is lost'),
  'write.refuse': share('share of changes that are refused'),
  'write.isLate': flag('cuts the connection of changes, and never does them'),
  'write.isSlow': flag('says yes to changes, and never does them'),
  'write.isUnanswered': flag('accepts changes and never says how they went, at vendors that tell it later'),
  'write.leftOutIsGone': flag('takes away what changes leave out, at vendors that do not say whether they do'),
  'write.isEchoLate': flag('does changes, and tells of them neither by webhook nor by stream'),
  afterRequests: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe('requests that are answered before any fault begins'),
} satisfies Record<FaultName, z.ZodType>)

const faultsHelp = () =>
  [
    '',
    'Faults, for --faults name=value,…; a name alone switches it on:',
    ...Object.entries(faultsSchema.shape).map(([name, schema]) => `  ${name.padEnd(22)}${schema.description ?? ''}`),
  ].join('\n')

/** `rateLimited=0.2,retryAfter=date,reorder` */
function parseFaults(text: string): SimulatorFaults {
  const pairs = text.split(',').map((part) => part.split('=').map((side) => side.trim()))
  const parsed = faultsSchema.safeParse(Object.fromEntries(pairs.map(([name, value = 'true']) => [name, value])))
  if (parsed.success) return nested(parsed.data)
  const known = Object.keys(faultsSchema.shape).join(', ')
  throw new InvalidArgumentError(`${z.prettifyError(parsed.error)}\nKnown faults: ${known}.`)
}

function nested(faults: object): SimulatorFaults {
  const given = Object.entries(faults).filter(([, value]) => value !== undefined)
  const [write, others] = [true, false].map((isWrite) =>
    given.filter(([name]) => name.startsWith('write.') === isWrite),
  )
  const writes = write?.map(([name, value]) => [name.slice('write.'.length), value]) ?? []
  return { ...Object.fromEntries(others ?? []), ...(writes.length > 0 && { write: Object.fromEntries(writes) }) }
}

function parseCount(text: string): number {
  const parsed = z.coerce.number().int().min(0).max(10_000_000).safeParse(text)
  if (!parsed.success) throw new InvalidArgumentError('Write a whole number.')
  return parsed.data
}

export function simulateCommand(): Command {
  const keys = listProviderAdapters().map(({ key }) => key)
  const command = new Command('simulate')
    .description("start a PMS vendor's simulator: its wire format over invented data")
    .argument('<provider>', keys.join(', '))
    .option('--port <port>', '0 picks a free one', parseCount, 0)
    .option('--seed <seed>', 'the same seed invents the same hotel', parseCount, 1)
    .option('--faults <list>', 'such as rateLimited=0.2,retryAfter=date,reorder; see below', parseFaults, {})
    .addHelpText('after', faultsHelp)
  for (const { kind, words } of ROW_TYPES.map((type) => recordTypes[type])) {
    command.option(`--${kebabCase(words.many)} <count>`, `how many ${words.many}`, parseCount, inventions[kind].count)
  }
  return command.action(async (provider: string, options) => {
    await using simulator = await getProviderAdapter(provider).simulate(options)
    keepServing(createLogger({ level: 'warn', format: 'pretty' }, process.stderr))
    const { url, credentials, settings, externalHotelId } = simulator
    process.stdout.write(`${JSON.stringify({ url, credentials, settings, externalHotelId }, null, 2)}\n`)
    process.stderr.write(`The ${provider} simulator answers on ${url}; Ctrl-C stops it.\n`)
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  })
}
