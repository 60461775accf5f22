import type { Configuration } from '../entities/configuration.ts'
import { audit } from '../hotels/audit.ts'
import { ofHotel } from '../hotels/of-hotel.ts'
import { nextRun, upcomingRuns } from '../platform/cron.ts'
import type { ScopedDatabase, ScopedTransaction, Sql } from '../platform/database/database.ts'
import type { Clock, PmsProviderAdapter } from '../providers/provider.ts'
import type { ActionName } from '../records/changes/actions.ts'
import type { ConflictDefaults } from '../records/changes/conflict-defaults.ts'
import type { JsonObject } from '../records/common.ts'
import type { Vault } from '../security/vault.ts'
import { type CheckInput, type CheckResult, type OpenContext, runCheck } from './check.ts'
import { type EnteredCredentials, openCredentials } from './credentials.ts'
import { type ConfigurationKey, requireConfiguration } from './rows.ts'
import { saveConfiguration } from './save.ts'
import type { SourceChange } from './source.ts'

/** Who asks, for the audit; nobody: the service itself. */
export interface Requested {
  readonly changedBy?: string | null | undefined
}

/** What a person sets. A field that is left out stays as it is; null clears it. */
export interface ConfigurationInput extends ConfigurationKey, EnteredCredentials, Requested {
  settings?: JsonObject | null | undefined
  externalHotelId?: string | null | undefined
  enabled?: boolean | null | undefined
  syncSchedule?: string | null | undefined
  /** Whether things may be changed at the PMS, and which; null: all that the provider can. */
  writeEnabled?: boolean | null | undefined
  actions?: readonly ActionName[] | null | undefined
  /** Who gives way in conflicts; groups that are left out stay as they are. */
  conflictDefaults?: ConflictDefaults | null | undefined
  /** Whether a new one is due at once. */
  firstSync?: boolean | null | undefined
  /** Why it is switched off. Only together with `enabled: false`, or while it is off. */
  pausedReason?: string | null | undefined
  /** Of the configuration as the person saw it; without one the last to save wins. */
  version?: number | null | undefined
}

/** Changes and tries a hotel's accounts at providers. All of it throws `PmsIntegrationError`. */
export interface ConfigurationCommands {
  /** @throws UNKNOWN_PROVIDER, NOT_FOUND, VERSION_CONFLICT, BAD_USER_INPUT naming the field, such as `credentials.apiKey` */
  upsert(input: ConfigurationInput): Promise<Configuration>
  /** What it brought stays. @throws NOT_FOUND */
  remove(key: ConfigurationKey & Requested): Promise<void>
  /** Proves credentials at the PMS, those given or those stored. @throws as `upsert`, and PROVIDER_… */
  test(input: CheckInput & Requested, signal: AbortSignal): Promise<CheckResult>
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
  /** What was read with the configuration as it was counts no more, in the transaction that changes it. */
  forgetSource(tx: Sql, key: ConfigurationKey, change: SourceChange): Promise<void>
  /** What was wanted of another account than this is not sent to it; null: the hotel has none any more. */
  settleAccount(tx: ScopedTransaction, key: ConfigurationKey, account: string | null): Promise<void>
  /** For development and tests: accounts on plain http and private addresses. */
  readonly allowPrivateNetwork: boolean
}

export function createConfigurationCommands(deps: ConfigurationDeps): ConfigurationCommands {
  return {
    upsert: (input) => saveConfiguration(ofHotel(deps, input.hotelId), input, deps.database),
    remove: (key) => remove(ofHotel(deps, key.hotelId), key),
    async test({ changedBy, ...input }, signal) {
      const hotel = ofHotel(deps, input.hotelId)
      await auditTest(hotel, input, changedBy)
      const found = await runCheck(hotel, input, signal)
      if (isOfStored(input)) await keepOffered(hotel.database, input, found.actions ?? null)
      return found
    },
    upcoming: ({ cron, timeZone, count }) => upcomingRuns(nextRun, cron, timeZone, deps.clock.now(), count),
    credentialFields: (configuration) => filledFields(openCredentials(deps.vault, configuration)),
  }
}

function remove(
  { database, settleAccount }: ConfigurationDeps,
  { hotelId, provider, changedBy }: ConfigurationKey & Requested,
) {
  return database.transaction(async (tx) => {
    tx.em.remove(await requireConfiguration(tx, { hotelId, provider }))
    await settleAccount(tx, { hotelId, provider }, null)
    audit(tx, { hotelId, actor: changedBy, action: 'configuration.deleted', details: { provider } })
  })
}

/** Whether a test tried what is stored, and nothing else. */
const isOfStored = ({ credentials, changedCredentials, settings, externalHotelId }: CheckInput) =>
  !credentials && !changedCredentials && settings === undefined && externalHotelId === undefined

/** What the property allows may have been switched at the PMS. */
async function keepOffered(sql: Sql, { hotelId, provider }: ConfigurationKey, actions: readonly ActionName[] | null) {
  await sql.query(
    `UPDATE pms_configuration SET offered_actions = $3::jsonb
     WHERE hotel_id = $1 AND provider = $2 AND offered_actions IS DISTINCT FROM $3::jsonb`,
    [hotelId, provider, actions && JSON.stringify(actions)],
  )
}

/** Before it is tried: stored secrets leave for the PMS, whatever comes of it. */
function auditTest({ database }: ConfigurationDeps, { hotelId, provider }: CheckInput, actor: Requested['changedBy']) {
  return database.transaction(async (tx) => {
    audit(tx, { hotelId, actor, action: 'configuration.tested', details: { provider } })
  })
}

/** A field that was left empty is as good as none. */
const filledFields = (credentials: JsonObject) =>
  Object.keys(credentials).filter((name) => credentials[name] !== '' && credentials[name] !== null)
