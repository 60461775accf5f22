import type { Metrics } from '../metrics.ts'
import type { Database } from './database.ts'

export function watchConnections(metrics: Metrics, database: Pick<Database, 'connectionCounts'>): void {
  metrics.watch('pms_database_connections', 'Connections of this process by state, and who waits for one.', () =>
    Object.entries(database.connectionCounts()).map(([state, value]) => ({ labels: { state }, value })),
  )
}
