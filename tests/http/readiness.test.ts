import { expect, test, vi } from 'vitest'
import { type StatusDeps, startStatusServer } from '../../src/http/status.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { createMetrics } from '../../src/platform/metrics.ts'
import { openTestDatabase } from '../kit/database.ts'
import { freePort } from '../kit/server.ts'
import { silentLog } from '../kit/services.ts'
import { createTestHotel } from '../kit/test-hotel.ts'
import { createWebhookHotel } from '../kit/webhook-hotel.ts'

/** What `/readyz` says. */
async function ask(database: Database, health: Partial<Pick<StatusDeps, 'intake' | 'works'>>) {
  const http = { host: '127.0.0.1', port: await freePort(), publicUrl: null }
  const config = { environment: 'test', metricsToken: null, http } as const
  const usual = {
    hostAheadMs: () => 0,
    queueProblem: () => null,
    works: true,
    intake: { waitingMs: () => 0 },
    listProviders: () => [],
  }
  const deps = { config, database, metrics: createMetrics(), log: silentLog, ...usual, ...health }
  await using _server = await startStatusServer(deps)
  const response = await fetch(`http://127.0.0.1:${http.port}/readyz`)
  return [response.status, await response.json()]
}

test('a webhook that cannot be stored for seconds, and nobody was told that messages pile up', async () => {
  await using database = await openTestDatabase()
  const hotel = await createWebhookHotel(database)
  const { intake } = hotel.inbox
  const locked = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const lock = database.transaction(async (tx) => {
    await tx.query('LOCK TABLE pms_webhook_event IN EXCLUSIVE MODE')
    locked.resolve()
    await held.promise
  })
  await locked.promise
  const posted = hotel.post({ ids: ['b-1'] })
  await vi.waitFor(() => expect(intake.waitingMs()).toBeGreaterThan(0), 20_000)
  expect(await ask(database, { intake })).toEqual([200, { status: 'ready' }])
  const now = performance.now.bind(performance)
  const later = vi.spyOn(performance, 'now').mockImplementation(() => now() + 5_001)
  expect(await ask(database, { intake })).toEqual([
    503,
    { status: 'not ready', problem: 'Webhooks cannot be stored at the moment.' },
  ])
  later.mockRestore()
  held.resolve()
  await lock
  expect(await posted).toBe(200)
  expect(await ask(database, { intake })).toEqual([200, { status: 'ready' }])
})

test('syncs are due for minutes and no worker takes them, while every process calls itself ready', async () => {
  await using database = await openTestDatabase()
  const hotel = await createTestHotel(database)
  const { id } = await hotel.request()
  expect(await ask(database, {})).toEqual([200, { status: 'ready' }])
  await database.query(`UPDATE pms_sync_log SET ready_at = now() - interval '5 minutes' WHERE id = $1`, [id])
  const problem = expect.stringMatching(/^Syncs have been due for 30\d s, and no worker takes them\.$/)
  expect(await ask(database, {})).toEqual([503, { status: 'not ready', problem }])
  // Readers are still served by a process that only answers.
  expect(await ask(database, { works: false })).toEqual([200, { status: 'ready', warning: problem }])
  const busy = await createTestHotel(database)
  const { id: other } = await busy.request()
  await database.query(
    `UPDATE pms_sync_log SET status = 'RUNNING', started_at = now(), lease_expires_at = now() + interval '1 minute'
     WHERE id = $1`,
    [other],
  )
  expect(await ask(database, {})).toEqual([200, { status: 'ready' }])
  await database.query(`UPDATE pms_sync_log SET lease_expires_at = now() - interval '1 second' WHERE id = $1`, [other])
  expect(await ask(database, {})).toEqual([503, { status: 'not ready', problem }])
  await hotel.engine.run(id)
  expect(await ask(database, {})).toEqual([200, { status: 'ready' }])
})
