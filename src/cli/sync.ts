import { Command, InvalidArgumentError, Option } from 'commander'
import { type App, createApp } from '../app.ts'
import { loadConfig } from '../platform/config.ts'
import { createLogger } from '../platform/logger.ts'
import { getProviderAdapter } from '../providers/registry.ts'
import { ENTITY_TYPES, type EntityType, recordTypes } from '../records/entity-type.ts'
import { kebabCase } from '../records/record-type.ts'
import { progressTopic, type SyncProgress } from '../sync/events/progress.ts'
import { summaryOf } from '../sync/events/summary.ts'
import { syncedEntities } from '../sync/synced/synced-entities.ts'
import { slicesOf } from '../sync/synced/synced-entity.ts'
import { createProgressView } from './progress-view.ts'

/** `room-blocks` and so on. */
const TYPES = new Map(ENTITY_TYPES.map((type) => [kebabCase(recordTypes[type].words.many) as string, type]))

function parseInstant(text: string): Date {
  const instant = new Date(text)
  if (Number.isNaN(instant.getTime())) throw new InvalidArgumentError('Write an instant such as 2026-03-01T00:00:00Z.')
  return instant
}

function parseLimit(text: string): number {
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new InvalidArgumentError('Write a whole number from 1.')
  return Number(text)
}

interface SyncCliOptions {
  hotel: string
  provider: string
  entity?: string
  slice?: string
  since?: Date
  limit?: number
  full?: boolean
  acceptDeletions?: boolean
}

export function syncCommand(): Command {
  return new Command('sync')
    .description('sync a hotel from its PMS now, and show how it goes')
    .requiredOption('--hotel <id>', 'hotel id')
    .requiredOption('--provider <key>', 'provider key')
    .addOption(new Option('--entity <noun>', 'only these').choices([...TYPES.keys()]))
    .option('--slice <name>', 'only this part of them, such as NEAR')
    .option('--since <instant>', 'only what changed since then', parseInstant)
    .option('--limit <count>', 'stop after this many', parseLimit)
    .option('--full', 'walk everything, whatever was synced before')
    .option('--accept-deletions', 'let a full walk delete more rows than the safety brake allows')
    .action(async (options: SyncCliOptions) => {
      const config = loadConfig()
      const quiet = { ...config.log, level: config.log.level === 'info' ? 'warn' : config.log.level } as const
      await using app = await createApp(config, createLogger(quiet, process.stderr), 'none')
      const only = options.entity === undefined ? undefined : TYPES.get(options.entity)
      for (const entityType of only === undefined ? typesOf(options.provider) : [only])
        for (const slice of options.slice === undefined ? slicesOf(syncedEntities[entityType]) : [options.slice])
          await syncOne(app, { ...options, slice }, entityType)
    })
}

/** What the provider can fetch. @throws UNKNOWN_PROVIDER */
function typesOf(provider: string): readonly EntityType[] {
  const { fetch } = getProviderAdapter(provider)
  return ENTITY_TYPES.filter((type) => fetch[recordTypes[type].kind] !== undefined)
}

/** Runs here; when a worker of the queue is faster, its run is followed instead. Ctrl-C cancels. */
async function syncOne({ engine, pubsub }: App, options: SyncCliOptions, entityType: EntityType): Promise<void> {
  const { hotel: hotelId, entity: _, ...asked } = options
  const queued = await engine.request({ ...asked, hotelId, entityType, trigger: 'MANUAL', triggeredBy: 'cli' })
  const cancel = () => void engine.cancel(queued.id, 'cli').catch(() => {})
  process.once('SIGINT', cancel)
  // What it shows on its way is worth less than the sync.
  const events = await pubsub.subscribe<SyncProgress>(progressTopic(queued)).catch(() => null)
  using view = createProgressView(entityType, process.stderr)
  const showing = events && show(events, view.show)
  await engine.run(queued.id)
  const log = await engine.waitForEnd(queued.id)
  await events?.return?.()
  await showing
  process.off('SIGINT', cancel)
  view.end(log)
  process.stdout.write(
    `${JSON.stringify({ ...summaryOf(log), unreadValues: log.unreadValues, error: log.errorSummary })}\n`,
  )
  if (log.status === 'FAILED' || log.status === 'CANCELLED') process.exitCode = 1
}

async function show(events: AsyncIterable<SyncProgress>, draw: (progress: SyncProgress) => void): Promise<void> {
  for await (const progress of events) draw(progress)
}
