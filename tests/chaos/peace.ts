import { setTimeout as delay } from 'node:timers/promises'
import type { Sql } from '../../src/platform/database/database.ts'
import { createTestClient } from '../kit/client.ts'
import { askForSync, kindsOf } from './people.ts'
import type { World } from './world.ts'

const SETTLE_MS = 90_000
const LOOK_MS = 250

/** What waits for a time is let through at once, until nothing waits any more. */
const LET_THROUGH = [
  'UPDATE pms_provider_health SET open_until = now() WHERE open_until > now()',
  `UPDATE pms_sync_log SET ready_at = now() WHERE status IN ('QUEUED', 'RUNNING') AND ready_at > now()`,
  `UPDATE pms_webhook_event SET next_attempt_at = now() WHERE next_attempt_at > now()`,
  'UPDATE pms_webhook_endpoint SET ready_at = now() WHERE ready_at > now()',
]

/** From now on nothing starts by itself. */
const NO_SCHEDULES = 'UPDATE pms_configuration SET sync_schedule = NULL, next_sync_at = NULL, retry_at = NULL'

/** @returns milliseconds; whoever looks at the tables finds what never ends */
export async function settle(sql: Sql): Promise<number> {
  const begin = performance.now()
  await sql.query(NO_SCHEDULES)
  while (performance.now() < begin + SETTLE_MS) {
    const [row] = await sql.query<{ left: number }>(
      `SELECT (SELECT count(*) FROM pms_sync_log WHERE status IN ('QUEUED', 'RUNNING'))
         + (SELECT count(*) FROM pms_webhook_event WHERE status IN ('RECEIVED', 'FAILED')) AS left`,
    )
    if (row?.left === 0) break
    for (const text of LET_THROUGH) await sql.query(text)
    await delay(LOOK_MS)
  }
  return Math.round(performance.now() - begin)
}

/** Of everything, each to its end. */
export async function syncAll(world: World, asked: { full?: boolean }): Promise<void> {
  const client = await createTestClient(world.apiUrl)
  const syncs = world.houses.flatMap((house) =>
    kindsOf(house).map((kind) => insist(() => askForSync(client, house, kind, { ...asked, wait: true }))),
  )
  await Promise.all(syncs).finally(() => client.close())
}

/** A schedule may have been faster. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === 40) throw error
      await delay(LOOK_MS)
    }
  }
}

/** Asked to end, a process ends well, whatever it has been through. */
export async function endAll({ api, workers }: World): Promise<string[]> {
  const end = async (member: World['api']) => ({ name: member.name, ...(await member.end()) })
  const ends = await Promise.all([api, ...workers].map(end))
  return ends.filter(({ code }) => code !== 0).map(({ name, code, signal }) => `${name} ended with ${code ?? signal}`)
}
