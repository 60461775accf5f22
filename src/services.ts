import { settleAccount } from './changes/account-change.ts'
import { answerChanges } from './changes/answers.ts'
import { type Changes, createChanges } from './changes/changes.ts'
import { CHANGE_TIMING, type ChangeDeps } from './changes/parts/deps.ts'
import { type ConfigurationCommands, createConfigurationCommands } from './configurations/configurations.ts'
import { createSharedCircuits } from './configurations/shared-circuits.ts'
import { createSharedRateBudget } from './configurations/shared-rate-budget.ts'
import {
  CHANNEL_TIMING,
  type ChannelTiming,
  createDistribution,
  type Distribution,
} from './distribution/distribution.ts'
import { createFreshnessReader, type FreshnessReader } from './insights/read-freshness.ts'
import { measureSyncs } from './insights/sync-metrics.ts'
import { measureVendors } from './insights/vendor-metrics.ts'
import { traceExchange } from './insights/vendor-traces.ts'
import type { Config } from './platform/config.ts'
import { createMetrics, type Metrics } from './platform/metrics.ts'
import { NO_TRACING } from './platform/tracing/tracing.ts'
import { createProviderContext, createProviderRuntime, trialRuntime } from './providers/context.ts'
import type { PmsProviderAdapter } from './providers/provider.ts'
import { getProviderAdapter, listProviderAdapters } from './providers/registry.ts'
import { createStreams, type Streams } from './streams/streams.ts'
import { createSyncEngine, type SyncEngine } from './sync/engine.ts'
import { createEventBus } from './sync/events/events.ts'
import { createSyncFacade, type SyncFacade } from './sync/facade.ts'
import { forgetSource } from './sync/forget-source.ts'
import { type ContextOptions, DEFAULT_TIMING, type EngineDeps } from './sync/run/deps.ts'
import { wakeRunsOf } from './sync/store/unheld-runs.ts'
import { type BookingIngest, createBookingIngest } from './webhooks/booking-ingest.ts'
import type { InboxDeps } from './webhooks/endpoints/deps.ts'
import { createInbox, type Inbox } from './webhooks/inbox/inbox.ts'

/** All that the services stand on, whoever opened it. */
export interface ServiceParts
  extends EngineDeps,
    Omit<InboxDeps, 'engine' | 'answers'>,
    Pick<ChangeDeps, 'changeTiming' | 'enqueueChange'> {
  readonly metrics: Metrics
  readonly channelTiming: ChannelTiming
  /** Every provider that a hotel can connect to. */
  listProviders(): readonly PmsProviderAdapter[]
}

/** Has to be opened first; everything else has a default, which tests and measurements replace. */
type OpenedPart = 'clock' | 'database' | 'pubsub' | 'vault' | 'log' | 'enqueue' | 'enqueueInbox' | 'enqueueChange'
export type ServiceOverrides = Pick<ServiceParts, OpenedPart> & Partial<ServiceParts>
export type ServiceConfig = Pick<Config, 'allowPrivateProviderUrls' | 'webhookTokens'>

export interface Services extends ServiceParts {
  readonly engine: SyncEngine
  /** The engine for callers in this process: one call, one result. */
  readonly facade: SyncFacade
  readonly configurations: ConfigurationCommands
  readonly freshness: FreshnessReader
  readonly inbox: Inbox
  readonly streams: Streams
  readonly bookings: BookingIngest
  readonly changes: Changes
  readonly distribution: Distribution
}

/** Makes the services of a process and opens nothing, so that it is the same for the service, tests and measurements. */
export function createServices(config: ServiceConfig, overrides: ServiceOverrides): Services {
  const parts = { ...defaultParts(config, overrides), ...overrides }
  measureSyncs(parts.events, parts.metrics)
  const engine = createSyncEngine(parts)
  const changes = { ...parts, engine }
  const inbox = createInbox({ ...parts, engine, answers: answerChanges(changes) })
  return {
    ...parts,
    engine,
    changes: createChanges(changes),
    distribution: createDistribution({ ...parts, allowPrivateNetwork: config.allowPrivateProviderUrls }),
    facade: createSyncFacade(engine, parts.database),
    configurations: createConfigurationCommands({
      ...parts,
      forgetSource,
      settleAccount,
      allowPrivateNetwork: config.allowPrivateProviderUrls,
    }),
    freshness: createFreshnessReader(parts),
    inbox,
    streams: createStreams({ ...parts, inbox: inbox.streamed }),
    bookings: createBookingIngest({ ...parts, tokens: config.webhookTokens }),
  }
}

function defaultParts(config: ServiceConfig, overrides: ServiceOverrides) {
  const { clock, database, log, metrics = createMetrics(), tracing = NO_TRACING } = overrides
  return {
    tracing,
    timing: DEFAULT_TIMING,
    changeTiming: CHANGE_TIMING,
    channelTiming: CHANNEL_TIMING,
    random: Math.random,
    metrics,
    events: createEventBus((error, event) => log.error({ err: error, event }, 'A listener failed')),
    adapters: getProviderAdapter,
    listProviders: listProviderAdapters,
    openContext: contextOpener(config, { database, log, clock, metrics, tracing }),
  }
}

/** Real providers over real HTTP; all runs share one allowance, one circuit and one token a credential. */
function contextOpener(
  config: ServiceConfig,
  { database, log, clock, metrics, tracing }: Pick<ServiceParts, 'database' | 'log' | 'clock' | 'metrics' | 'tracing'>,
) {
  const budget = createSharedRateBudget({ database, clock })
  const onRecovered = (key: string) => wakeRunsOf(database, key)
  const breakers = createSharedCircuits({ database, clock, random: Math.random, onRecovered })
  const allowPrivateNetwork = config.allowPrivateProviderUrls
  const vendors = measureVendors(metrics)
  const runtime = createProviderRuntime({ clock, budget, breakers, allowPrivateNetwork })
  return ({ connection, isTrial = false, lane = 'WALKS', ...options }: ContextOptions) => {
    const { key: provider } = options.adapter
    const about = log.child({ hotelId: connection.hotel.id, provider })
    const onReport = (problem: object) => {
      vendors.reported(provider)
      about.warn(problem, 'The PMS sent a value that is not known here')
    }
    return createProviderContext({
      ...(isTrial ? trialRuntime(runtime) : runtime),
      ...connection,
      ...options,
      lane: lane === 'WALKS' && (isTrial || !connection.writeEnabled) ? 'CHANGES' : lane,
      log: about,
      onReport,
      onExchange(exchange) {
        vendors.answered(provider, exchange.code, exchange.durationMs)
        traceExchange(tracing, provider, exchange)
      },
    })
  }
}
