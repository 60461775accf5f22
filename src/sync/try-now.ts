import { findEnabledConfiguration } from '../configurations/connection.ts'
import { liftPause } from '../configurations/lift-pause.ts'
import type { ConfigurationKey } from '../configurations/rows.ts'
import { audit } from '../hotels/audit.ts'
import { progressOf, progressTopic } from './events/progress.ts'
import type { EngineDeps } from './run/deps.ts'
import { wakeRunsNow } from './store/unheld-runs.ts'

/** See `SyncEngine.tryNow`. */
export async function tryNow(deps: EngineDeps, key: ConfigurationKey, askedBy: string | undefined): Promise<string> {
  const { configuration } = await findEnabledConfiguration(deps.database, key)
  const { hotelId, provider, credentialKey } = configuration
  const woken = await deps.database.transaction(async (tx) => {
    audit(tx, { hotelId, actor: askedBy, action: 'provider.retried', details: { provider } })
    if (credentialKey !== null) await liftPause(tx, credentialKey)
    await tx.query('UPDATE pms_configuration SET retry_at = now() WHERE id = $1 AND retry_at > now()', [
      configuration.id,
    ])
    return wakeRunsNow(tx, key)
  })
  for (const log of woken) {
    await deps.pubsub.publish(progressTopic(log), progressOf(log))
    await deps.enqueue(log.id)
  }
  return configuration.id
}
