import type { Database } from '../src/platform/database/database.ts'
import { benchClaims } from './queue/claims.ts'
import { benchFairness } from './queue/fairness.ts'
import { benchWebhookNeighbours } from './queue/neighbours.ts'
import { benchRecovery } from './queue/recovery.ts'
import { benchSchedules } from './queue/schedules.ts'
import { benchTickets } from './queue/tickets.ts'
import { benchWorkers } from './queue/workers.ts'

/** What stands between a request for a sync and its first page: tickets, claims, neighbours, due times, and outages of ours. */
export async function benchQueue(database: Database): Promise<void> {
  await benchTickets(database)
  await benchClaims(database)
  await benchFairness(database)
  await benchWebhookNeighbours(database)
  await benchWorkers(database)
  await benchSchedules(database)
  await benchRecovery()
}
