import type { Change } from '../../entities/change.ts'
import { PmsIntegrationError } from '../../errors.ts'
import { MOST_AT_ONCE } from '../../providers/provider.ts'
import { actionOf } from '../../records/changes/actions.ts'
import { validatePage } from '../../sync/store/validate.ts'
import { syncedEntities } from '../../sync/synced/synced-entities.ts'
import type { ChangeDeps } from './deps.ts'
import type { OpenDesk } from './open.ts'
import { factsOfRow, lookAt, type Sight } from './sight.ts'

/** What came of a look. */
export type Looked = Sight | { readonly error: unknown }

/**
 * Looks at the things of several changes of one action, with as few requests as the provider can, until the first failure
 * that would be that of all. By id of the change.
 */
export async function lookAtAll(
  deps: Pick<ChangeDeps, 'clock'>,
  desk: OpenDesk,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, Looked>> {
  const looked = await lookTogether(deps, desk, changes)
  for (const change of changes) {
    if (looked.has(change.id)) continue
    const one = await lookAt(deps, desk, change).catch((error: unknown) => ({ error }))
    looked.set(change.id, one)
    if (!('error' in one) || !isOfAll(one.error)) continue
    for (const other of changes) if (!looked.has(other.id)) looked.set(other.id, one)
  }
  return looked
}

/** What is not told by a look at many is looked at alone. */
async function lookTogether(
  { clock }: Pick<ChangeDeps, 'clock'>,
  desk: OpenDesk,
  changes: readonly Change[],
): Promise<Map<string, Looked>> {
  const found = new Map<string, Looked>()
  const [first] = changes
  if (first === undefined || changes.length === 1) return found
  const { makes, creates } = actionOf(first.action)
  const entity = syncedEntities[first.entityType]
  const fetchMany = desk.adapter.fetchMany?.[entity.kind]
  if (fetchMany === undefined || makes !== undefined || creates) return found
  for (let at = 0; at < changes.length; at += MOST_AT_ONCE) {
    const some = changes.slice(at, at + MOST_AT_ONCE)
    const fetchedAt = clock.now()
    try {
      const raws = await fetchMany(
        desk.ctx,
        some.map(({ externalId }) => externalId),
      )
      const byId = Map.groupBy(raws, (raw) => desk.adapter.identify[entity.kind]?.(raw) ?? null)
      for (const change of some) {
        const page = validatePage(entity, desk.adapter, byId.get(change.externalId) ?? [], desk.ctx, fetchedAt)
        const [item] = page.items
        if (item !== undefined)
          found.set(change.id, { facts: factsOfRow(desk, change, item.record), entity, page, fetchedAt })
      }
    } catch (error) {
      if (!isOfAll(error)) continue
      for (const change of changes) if (!found.has(change.id)) found.set(change.id, { error })
      return found
    }
  }
  return found
}

/** Asked alone it would fare the same. Anything else may be for one of them, and is not said about the others. */
export const isOfAll = (error: unknown): boolean =>
  error instanceof PmsIntegrationError && (error.retryable || OF_ALL.has(error.code)) && error.code !== BROKEN

/** An answer that cannot be read may be spoilt by one of those that it names. */
const BROKEN = 'PROVIDER_BAD_RESPONSE'
const OF_ALL: ReadonlySet<string> = new Set([
  ...['PROVIDER_UNAUTHORIZED', 'CREDENTIALS_UNREADABLE', 'CONFIGURATION_DISABLED', 'WRITES_DISABLED'],
  ...['ACCOUNT_CHANGED', 'SERVICE_UNAVAILABLE', 'UNSUPPORTED_CAPABILITY'],
])
