import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import type { Database } from '../../src/platform/database/database.ts'
import { Secret } from '../../src/platform/secret.ts'
import { createVault } from '../../src/security/vault.ts'
import { createServices, type ServiceConfig, type ServiceParts, type Services } from '../../src/services.ts'
import { createEventBus } from '../../src/sync/events/events.ts'
import { DEFAULT_TIMING } from '../../src/sync/run/deps.ts'
import { recordingPubSub } from './memory-pubsub.ts'

export const testVault = createVault({ keys: [{ id: 'test', key: new Secret(randomBytes(32)) }] })
export const silentLog = pino({ level: 'silent' })

/** The services as the service makes them, without a queue or listeners; whoever calls replaces what a test is about. */
export function createTestServices(
  database: Database,
  replaced: Partial<ServiceParts> = {},
  config: Partial<ServiceConfig> = {},
): Services {
  const open = { allowPrivateProviderUrls: true, webhookTokens: { byProvider: {}, shared: null } }
  return createServices(
    { ...open, ...config },
    {
      clock: { now: () => new Date() },
      database: database.within('*'),
      vault: testVault,
      pubsub: recordingPubSub(),
      events: createEventBus((error) => {
        throw error
      }),
      log: silentLog,
      timing: { ...DEFAULT_TIMING, heartbeatMs: 50 },
      random: () => 0.5,
      enqueue: async () => {},
      enqueueInbox: () => {},
      enqueueChange: async () => {},
      ...replaced,
    },
  )
}
