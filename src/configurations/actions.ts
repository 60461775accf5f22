import type { Configuration } from '../entities/configuration.ts'
import { badUserInput } from '../errors.ts'
import type { PmsProviderAdapter } from '../providers/provider.ts'
import { ACTION_NAMES, type ActionName } from '../records/changes/actions.ts'
import type { ConfigurationInput } from './configurations.ts'

/** What a provider can have done at its vendor, in the order of their list. */
export const actionsOf = ({ write = {} }: PmsProviderAdapter): ActionName[] =>
  ACTION_NAMES.filter((name) => write[name] !== undefined)

/** What this hotel may have done: nothing while writing is switched off. */
export function allowedActions(
  adapter: PmsProviderAdapter,
  { writeEnabled, actions, offeredActions }: Pick<Configuration, 'writeEnabled' | 'actions' | 'offeredActions'>,
): ActionName[] {
  if (!writeEnabled) return []
  return offeredBy(adapter, { offeredActions }).filter((name) => actions === null || actions.includes(name))
}

/** What the hotel's property lets be done, whether it is switched on here or not. */
export const offeredBy = (
  adapter: PmsProviderAdapter,
  { offeredActions }: Pick<Configuration, 'offeredActions'>,
): ActionName[] => actionsOf(adapter).filter((name) => offeredActions === null || offeredActions.includes(name))

/** @throws PmsIntegrationError BAD_USER_INPUT naming the field */
export function requireActions(
  adapter: PmsProviderAdapter,
  { writeEnabled, actions }: Pick<ConfigurationInput, 'writeEnabled' | 'actions'>,
): void {
  const known = actionsOf(adapter)
  if (writeEnabled && known.length === 0) {
    throw badUserInput('writeEnabled', `cannot be switched on: nothing can be changed at ${adapter.name}`)
  }
  const unknown = actions?.find((name) => !known.includes(name))
  if (unknown !== undefined) throw badUserInput('actions', `${unknown} cannot be done at ${adapter.name}`)
}
