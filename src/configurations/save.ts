import { type Configuration, ConfigurationEntity } from '../entities/configuration.ts'
import { badUserInput } from '../errors.ts'
import { lockHotel } from '../hotels/hotels.ts'
import { requireVersion } from '../hotels/require-version.ts'
import { nextRun } from '../platform/cron.ts'
import type { ScopedTransaction, Sql } from '../platform/database/database.ts'
import { isUniqueViolation } from '../platform/database/errors.ts'
import { detached } from '../platform/database/unit-of-work.ts'
import { credentialKeyOf } from '../providers/context.ts'
import type { PmsProviderAdapter } from '../providers/provider.ts'
import { accountOf } from './account.ts'
import { requireActions } from './actions.ts'
import { auditSave } from './audit-save.ts'
import type { ConfigurationDeps, ConfigurationInput } from './configurations.ts'
import { credentialsContext, enteredCredentials } from './credentials.ts'
import { checkFields, requireKnownFields, requireOutboundAddresses } from './fields.ts'
import { pauseOf } from './pause.ts'
import { propertyKeyOf, releaseUnproven } from './property.ts'
import { type ConfigurationKey, findConfiguration, lockConfiguration } from './rows.ts'
import { movedHost, requireSameAddress } from './secret-hosts.ts'
import { type SourceChange, sourceChange } from './source.ts'
import { streamKeyOf } from './stream-key.ts'

/**
 * See `ConfigurationCommands.upsert`.
 * @param everywhere for what other hotels may keep this one from
 */
export async function saveConfiguration(
  deps: ConfigurationDeps,
  input: ConfigurationInput,
  everywhere: Sql,
): Promise<Configuration> {
  const adapter = deps.adapters(input.provider)
  const attempt = () => deps.database.transaction((tx) => save(tx, deps, adapter, input))
  try {
    return await attempt()
  } catch (error) {
    if (!isTaken(error)) throw error
    await releaseUnproven(everywhere, adapter.key, await wantedProperty(deps, adapter, input))
  }
  try {
    // Also where nothing was released: the other hotel may have given the property up meanwhile.
    return await attempt()
  } catch (error) {
    throw isTaken(error) ? badUserInput('externalHotelId', 'is the property of another hotel here') : error
  }
}

const isTaken = (error: unknown) => isUniqueViolation(error, 'pms_configuration_property')

async function wantedProperty({ database }: ConfigurationDeps, adapter: PmsProviderAdapter, input: ConfigurationInput) {
  const stored = await findConfiguration(database, input)
  const { settings = stored?.settings ?? null, externalHotelId = stored?.externalHotelId ?? null } = input
  return propertyKeyOf(adapter, { settings, externalHotelId: externalHotelId?.trim() || null })
}

/** Locks the hotel first: of two who connect it at the same time the second finds what the first has stored. */
async function save(
  tx: ScopedTransaction,
  deps: ConfigurationDeps,
  adapter: PmsProviderAdapter,
  input: ConfigurationInput,
): Promise<Configuration> {
  const { timeZone } = await lockHotel(tx, input.hotelId)
  const stored = await lockConfiguration(tx, input)
  requireVersion(stored, input.version)
  const before = stored && detached(stored)
  const changed = changes(deps, adapter, input, before)
  const next = tx.em.assign(stored ?? tx.em.create(ConfigurationEntity, blank(input)), changed)
  tx.em.assign(next, { ...pauseOf(next, input, deps.clock.now()), propertyKey: propertyKeyOf(adapter, next) })
  next.streamKey = streamKeyOf(deps.vault, adapter, next)
  const source = sourceChange(deps.vault, adapter, before, next)
  next.nextSyncAt = nextSyncAt(deps, {
    timeZone,
    next,
    input,
    source: before === null ? 'NONE' : source,
    isNew: before === null,
  })
  if (source !== 'NONE') tx.em.assign(next, { lastSyncAt: null, offeredActions: null })
  auditSave(tx, before, next, input)
  await tx.em.flush()
  await deps.forgetSource(tx, next, source)
  if (before !== null) await deps.settleAccount(tx, next, accountOf(adapter, next))
  if (before !== null) await dropSentSecret(tx, adapter, before, next)
  await tx.em.refresh(next)
  return detached(next)
}

const blank = ({ hotelId, provider }: ConfigurationKey) => ({
  hotelId,
  provider,
  enabled: true,
  writeEnabled: false,
  actions: null,
  offeredActions: null,
  conflictDefaults: {},
  credentials: '',
  webhookSecret: null,
  syncSchedule: null,
  nextSyncAt: null,
  lastSyncAt: null,
  retryAt: null,
  settings: null,
  credentialKey: null,
  streamKey: null,
  pageLimits: {},
  externalHotelId: null,
  propertyKey: null,
  pausedAt: null,
  pausedBy: null,
  pausedReason: null,
})

/** What was given, checked and sealed. */
function changes(
  { vault, allowPrivateNetwork }: ConfigurationDeps,
  adapter: PmsProviderAdapter,
  input: ConfigurationInput,
  stored: Configuration | null,
): Partial<Configuration> {
  const { settings, externalHotelId, enabled, syncSchedule, writeEnabled, actions, conflictDefaults } = input
  const isNew = stored === null
  requireKnownFields('credentials', adapter.credentials, input.credentials ?? input.changedCredentials)
  requireKnownFields('settings', adapter.settings, settings)
  const credentials = enteredCredentials(vault, input, stored) ?? (isNew ? {} : null)
  const checked = credentials && checkFields('credentials', adapter.credentials, credentials)
  if (isNew || settings !== undefined) checkFields('settings', adapter.settings, settings ?? {})
  requireActions(adapter, input)
  requireOutboundAddresses(adapter, settings, allowPrivateNetwork)
  requireSameAddress(vault, adapter, stored, input)
  return {
    ...(credentials && {
      credentials: vault.seal(JSON.stringify(credentials), credentialsContext(input)),
      credentialKey: credentialKeyOf(adapter, input.hotelId, checked),
    }),
    ...(settings !== undefined && { settings }),
    ...(externalHotelId !== undefined && { externalHotelId: externalHotelId?.trim() || null }),
    ...(typeof enabled === 'boolean' && { enabled }),
    ...(typeof writeEnabled === 'boolean' && { writeEnabled }),
    ...(actions !== undefined && { actions: actions && [...new Set(actions)] }),
    ...(conflictDefaults && { conflictDefaults: { ...stored?.conflictDefaults, ...conflictDefaults } }),
    ...(syncSchedule !== undefined && { syncSchedule: syncSchedule?.trim() || null }),
  }
}

interface Planned {
  readonly timeZone: string
  readonly next: Configuration
  readonly input: ConfigurationInput
  readonly source: SourceChange
  readonly isNew: boolean
}

/**
 * At once where what was read before proves nothing any more, and where a new one is to be synced at once. Else counted anew only when the schedule or the switch was
 * touched: saving something else must not put off a sync.
 */
function nextSyncAt({ clock }: ConfigurationDeps, { timeZone, next, input, source, isNew }: Planned): Date | null {
  const now = clock.now()
  const due = next.syncSchedule === null ? null : nextRun(next.syncSchedule, timeZone, now)
  if (!next.enabled) return input.syncSchedule === undefined && input.enabled !== false ? next.nextSyncAt : null
  if (source !== 'NONE' || (isNew && input.firstSync === true)) return now
  return input.syncSchedule === undefined && typeof input.enabled !== 'boolean' ? next.nextSyncAt : due
}

/** A vendor that is answered with the webhook's secret gets it at the address that it was made for, and at no other. */
async function dropSentSecret(
  tx: ScopedTransaction,
  adapter: PmsProviderAdapter,
  before: Configuration,
  { id, settings }: Configuration,
): Promise<void> {
  if (adapter.webhook?.reply === undefined || movedHost(adapter, before.settings, settings) === undefined) return
  await tx.query('UPDATE pms_configuration SET webhook_secret = NULL WHERE id = $1', [id])
  await tx.query(
    'UPDATE pms_webhook_endpoint SET previous_secret = NULL, previous_until = NULL WHERE configuration_id = $1',
    [id],
  )
}
