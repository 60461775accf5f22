import type { Configuration } from '../entities/configuration.ts'
import { requireHotelRow } from '../hotels/hotels.ts'
import { ofHotel } from '../hotels/of-hotel.ts'
import { nextRun, upcomingRuns } from '../platform/cron.ts'
import type { ScopedDatabase } from '../platform/database/database.ts'
import type { Clock, PmsProviderAdapter, ProviderCheck } from '../providers/provider.ts'
import type { JsonObject } from '../records/common.ts'
import type { Vault } from '../security/vault.ts'
import { type CheckInput, type OpenContext, runCheck } from './check.ts'
import { credentialsContext, type EnteredCredentials, enteredCredentials, openCredentials } from './credentials.ts'
import { checkFields } from './fields.ts'
import { auditPause, pauseOf } from './pause.ts'
import { type ConfigurationKey, type ConfigurationRow, findRow, removeRow, storeRow } from './rows.ts'
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
}

/** Changes and tries a hotel's accounts at providers. All of it throws `PmsIntegrationError`. */
export interface ConfigurationCommands {
  /** @throws UNKNOWN_PROVIDER, NOT_FOUND, BAD_USER_INPUT naming the field, such as `credentials.apiKey` */
  upsert(input: ConfigurationInput): Promise<Configuration>
  /** What it brought stays. @throws NOT_FOUND */
  remove(key: ConfigurationKey): Promise<void>
  /** Proves credentials at the PMS, those given or those stored. @throws as `upsert`, and PROVIDER_… */
  test(input: CheckInput, signal: AbortSignal): Promise<ProviderCheck>
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
    remove: (key) => removeRow(ofHotel(deps, key.hotelId).database, key),
    test: (input, signal) => runCheck(ofHotel(deps, input.hotelId), input, signal),
    upcoming: ({ cron, timeZone, count }) => upcomingRuns(nextRun, cron, timeZone, deps.clock.now(), count),
    credentialFields: (configuration) => filledFields(openCredentials(deps.vault, configuration)),
  }
}

async function upsert(deps: ConfigurationDeps, input: ConfigurationInput): Promise<Configuration> {
  const adapter = deps.adapters(input.provider)
  return deps.database.transaction(async (tx) => {
    const { timeZone } = await requireHotelRow(tx, input.hotelId)
    const stored = await findRow(tx, input, 'FOR UPDATE')
    const next = { ...(stored ?? blank(input)), ...changes(deps, adapter, input, stored) }
    const pause = pauseOf(next, input, deps.clock.now())
    await auditPause(tx, stored, { ...next, ...pause }, input)
    return storeRow(tx, { ...next, ...pause, nextSyncAt: nextSyncAt(deps, timeZone, next, input) })
  })
}

const blank = ({ hotelId, provider }: ConfigurationKey): ConfigurationRow => ({
  hotelId,
  provider,
  enabled: true,
  credentials: '',
  syncSchedule: null,
  nextSyncAt: null,
  settings: null,
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
): Partial<ConfigurationRow> {
  const { settings, externalHotelId, enabled, syncSchedule } = input
  const isNew = stored === null
  const credentials = enteredCredentials(vault, input, stored) ?? (isNew ? {} : null)
  if (credentials !== null) checkFields('credentials', adapter.credentials, credentials)
  if (isNew || settings !== undefined) checkFields('settings', adapter.settings, settings ?? {})
  requireSameAddress(vault, adapter, stored, input)
  return {
    ...(credentials && { credentials: vault.seal(JSON.stringify(credentials), credentialsContext(input)) }),
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
function nextSyncAt(deps: ConfigurationDeps, timeZone: string, next: ConfigurationRow, input: ConfigurationInput) {
  if (input.syncSchedule === undefined && typeof input.enabled !== 'boolean') return next.nextSyncAt
  if (next.syncSchedule === null) return null
  const due = nextRun(next.syncSchedule, timeZone, deps.clock.now())
  return next.enabled ? due : null
}
