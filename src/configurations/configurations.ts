import { type Configuration, ConfigurationEntity } from '../entities/configuration.ts'
import { lockHotel } from '../hotels/hotels.ts'
import { ofHotel } from '../hotels/of-hotel.ts'
import { requireVersion } from '../hotels/require-version.ts'
import { nextRun, upcomingRuns } from '../platform/cron.ts'
import type { ScopedDatabase } from '../platform/database/database.ts'
import { detached } from '../platform/database/unit-of-work.ts'
import { credentialKeyOf } from '../providers/context.ts'
import type { Clock, PmsProviderAdapter } from '../providers/provider.ts'
import type { JsonObject } from '../records/common.ts'
import type { Vault } from '../security/vault.ts'
import { type CheckInput, type CheckResult, type OpenContext, runCheck } from './check.ts'
import { credentialsContext, type EnteredCredentials, enteredCredentials, openCredentials } from './credentials.ts'
import { checkFields } from './fields.ts'
import { auditPause, pauseOf } from './pause.ts'
import { type ConfigurationKey, lockConfiguration, requireConfiguration } from './rows.ts'
import { requireSameAddress } from './secret-hosts.ts'

/** What a person sets. A field that is left out stays as it is; null clears it. */
export interface ConfigurationInput extends ConfigurationKey, EnteredCredentials {
  settings?: JsonObject | null | undefined
  externalHotelId?: string | null | undefined
  enabled?: boolean | null | undefined
  syncSchedule?: string | null | undefined
  /** Why it is switched off. Only together with `enabled: false`, or while it is off. */
  pausedReason?: string | null | undefined
  /** Who asks; noted with a pause. */
  changedBy?: string | null | undefined
  /** Of the configuration as the person saw it; without one the last to save wins. */
  version?: number | null | undefined
}

/** Changes and tries a hotel's accounts at providers. All of it throws `PmsIntegrationError`. */
export interface ConfigurationCommands {
  /** @throws UNKNOWN_PROVIDER, NOT_FOUND, VERSION_CONFLICT, BAD_USER_INPUT naming the field, such as `credentials.apiKey` */
  upsert(input: ConfigurationInput): Promise<Configuration>
  /** What it brought stays. @throws NOT_FOUND */
  remove(key: ConfigurationKey): Promise<void>
  /** Proves credentials at the PMS, those given or those stored. @throws as `upsert`, and PROVIDER_… */
  test(input: CheckInput, signal: AbortSignal): Promise<CheckResult>
  /** The next times that a schedule, saved or not, is due. @throws BAD_USER_INPUT naming `syncSchedule` or `timeZone` */
  upcoming(schedule: { cron: string; timeZone: string; count: number }): Date[]
  /** Names of the credentials that are stored. @throws CREDENTIALS_UNREADABLE */
  credentialFields(configuration: Configuration): string[]
}

export interface ConfigurationDeps {
  readonly database: ScopedDatabase
  readonly vault: Vault
  readonly clock: Clock
  /** The provider of a key; throws UNKNOWN_PROVIDER. */
  adapters(key: string): PmsProviderAdapter
  readonly openContext: OpenContext
}

export function createConfigurationCommands(deps: ConfigurationDeps): ConfigurationCommands {
  return {
    upsert: (input) => upsert(ofHotel(deps, input.hotelId), input),
    remove: (key) => remove(ofHotel(deps, key.hotelId), key),
    test: (input, signal) => runCheck(ofHotel(deps, input.hotelId), input, signal),
    upcoming: ({ cron, timeZone, count }) => upcomingRuns(nextRun, cron, timeZone, deps.clock.now(), count),
    credentialFields: (configuration) => filledFields(openCredentials(deps.vault, configuration)),
  }
}

/** Locks the hotel first: of two who connect it at the same time the second finds what the first has stored. */
async function upsert(deps: ConfigurationDeps, input: ConfigurationInput): Promise<Configuration> {
  const adapter = deps.adapters(input.provider)
  return deps.database.transaction(async (tx) => {
    const { timeZone } = await lockHotel(tx, input.hotelId)
    const stored = await lockConfiguration(tx, input)
    requireVersion(stored, input.version)
    const wasEnabled = stored?.enabled ?? true
    const changed = changes(deps, adapter, input, stored)
    const next = tx.em.assign(stored ?? tx.em.create(ConfigurationEntity, blank(input)), changed)
    tx.em.assign(next, pauseOf(next, input, deps.clock.now()))
    next.nextSyncAt = nextSyncAt(deps, timeZone, next, input)
    if (wasEnabled !== next.enabled) auditPause(tx, next, input)
    await tx.em.flush()
    await tx.em.refresh(next)
    return detached(next)
  })
}

function remove({ database }: ConfigurationDeps, key: ConfigurationKey): Promise<void> {
  return database.transaction(async (tx) => {
    tx.em.remove(await requireConfiguration(tx, key))
  })
}

const blank = ({ hotelId, provider }: ConfigurationKey) => ({
  hotelId,
  provider,
  enabled: true,
  credentials: '',
  webhookSecret: null,
  syncSchedule: null,
  nextSyncAt: null,
  lastSyncAt: null,
  retryAt: null,
  settings: null,
  credentialKey: null,
  pageLimits: {},
  externalHotelId: null,
  pausedAt: null,
  pausedBy: null,
  pausedReason: null,
})

/** What was given, checked and sealed. */
function changes(
  { vault }: ConfigurationDeps,
  adapter: PmsProviderAdapter,
  input: ConfigurationInput,
  stored: Configuration | null,
): Partial<Configuration> {
  const { settings, externalHotelId, enabled, syncSchedule } = input
  const isNew = stored === null
  const credentials = enteredCredentials(vault, input, stored) ?? (isNew ? {} : null)
  const checked = credentials && checkFields('credentials', adapter.credentials, credentials)
  if (isNew || settings !== undefined) checkFields('settings', adapter.settings, settings ?? {})
  requireSameAddress(vault, adapter, stored, input)
  return {
    ...(credentials && {
      credentials: vault.seal(JSON.stringify(credentials), credentialsContext(input)),
      credentialKey: credentialKeyOf(adapter, input.hotelId, checked),
    }),
    ...(settings !== undefined && { settings }),
    ...(externalHotelId !== undefined && { externalHotelId: externalHotelId?.trim() || null }),
    ...(typeof enabled === 'boolean' && { enabled }),
    ...(syncSchedule !== undefined && { syncSchedule: syncSchedule?.trim() || null }),
  }
}

/** A field that was left empty is as good as none. */
const filledFields = (credentials: JsonObject) =>
  Object.keys(credentials).filter((name) => credentials[name] !== '' && credentials[name] !== null)

/** Counted anew only when the schedule or the switch was touched: saving something else must not put off a sync. */
function nextSyncAt(deps: ConfigurationDeps, timeZone: string, next: Configuration, input: ConfigurationInput) {
  if (input.syncSchedule === undefined && typeof input.enabled !== 'boolean') return next.nextSyncAt
  if (next.syncSchedule === null) return null
  const due = nextRun(next.syncSchedule, timeZone, deps.clock.now())
  return next.enabled ? due : null
}
