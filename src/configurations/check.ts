import { PmsIntegrationError } from '../errors.ts'
import { requireHotelRow } from '../hotels/hotels.ts'
import type { PmsProviderAdapter, ProviderCheck, ProviderContext } from '../providers/provider.ts'
import type { JsonObject } from '../records/common.ts'
import { type CheckStep, zoneStep } from './check-steps.ts'
import type { ConfigurationDeps } from './configurations.ts'
import type { Connection } from './connection.ts'
import { type EnteredCredentials, enteredCredentials, openCredentials, storedCredentials } from './credentials.ts'
import { checkFields, requireKnownFields } from './fields.ts'
import { type ConfigurationKey, configurationNotFound, findConfiguration } from './rows.ts'
import { requireSameAddress } from './secret-hosts.ts'

/** What to try: the stored configuration, or the same with something else in its place. */
export interface CheckInput extends ConfigurationKey, EnteredCredentials {
  settings?: JsonObject | null | undefined
  externalHotelId?: string | null | undefined
}

/** What a test found that the PMS passed, which may still have warnings. */
export interface CheckResult extends Omit<ProviderCheck, 'steps'> {
  readonly steps: readonly CheckStep[]
}

/** Everything that a provider may touch during one check. */
export type OpenContext = (options: {
  adapter: PmsProviderAdapter
  connection: Connection
  signal: AbortSignal
  /** A person waits: give up on a PMS that asks for more patience than this. */
  maxWaitMs: number
  /** What comes of it stops no run. */
  isTrial: true
}) => ProviderContext

const DEADLINE_MS = 20_000
const MAX_WAIT_MS = 2_000

/** See `ConfigurationCommands.test`. */
export async function runCheck(deps: ConfigurationDeps, input: CheckInput, signal: AbortSignal): Promise<CheckResult> {
  const adapter = deps.adapters(input.provider)
  const connection = await connectionFor(deps, adapter, input)
  const deadline = new AbortController()
  const tooLate = new PmsIntegrationError('PROVIDER_TIMEOUT', `The PMS did not answer within ${DEADLINE_MS / 1000} s.`)
  const timer = setTimeout(() => deadline.abort(tooLate), DEADLINE_MS)
  try {
    const either = { signal: AbortSignal.any([signal, deadline.signal]), maxWaitMs: MAX_WAIT_MS }
    const context = deps.openContext({ adapter, connection, ...either, isTrial: true })
    return withWarnings(await adapter.check(context), connection)
  } finally {
    clearTimeout(timer)
  }
}

function withWarnings({ steps, ...found }: ProviderCheck, { hotel }: Connection): CheckResult {
  const passed = steps.map((step) => ({ ...step, outcome: 'PASSED' as const }))
  const zone = zoneStep(found.propertyTimeZone, hotel.timeZone)
  return { ...found, steps: zone === null ? passed : [...passed, zone] }
}

async function connectionFor(
  deps: ConfigurationDeps,
  adapter: PmsProviderAdapter,
  input: CheckInput,
): Promise<Connection> {
  const { database, vault } = deps
  const { id, timeZone, currency } = await requireHotelRow(database, input.hotelId)
  const stored = await findConfiguration(database, input)
  requireKnownFields('credentials', adapter.credentials, input.credentials ?? input.changedCredentials)
  requireKnownFields('settings', adapter.settings, input.settings)
  const entered = enteredCredentials(vault, input, stored)
  if (stored === null && entered === null) throw configurationNotFound()
  const credentials = entered ?? (stored && openCredentials(vault, stored))
  const { externalHotelId = stored?.externalHotelId ?? null } = input
  const connection = {
    hotel: { id, timeZone, currency, externalHotelId },
    credentials: checkFields('credentials', adapter.credentials, credentials),
    settings: checkFields('settings', adapter.settings, input.settings ?? stored?.settings ?? {}),
    ...(entered === null && { stored: storedCredentials(deps, adapter, id) }),
  }
  requireSameAddress(vault, adapter, stored, { ...input, settings: input.settings ?? stored?.settings })
  return connection
}
