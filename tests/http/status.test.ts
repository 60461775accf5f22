import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StatusDeps, startStatusServer } from '../../src/http/status.ts'
import { createMetrics } from '../../src/platform/metrics.ts'
import { openTestDatabase } from '../kit/database.ts'
import { freePort } from '../kit/server.ts'

const parts = new AsyncDisposableStack()
const warnings: string[] = []
let deps: StatusDeps & Parameters<typeof startStatusServer>[0]
beforeAll(async () => {
  const database = parts.use(await openTestDatabase())
  const log = pino({ level: 'warn' }, { write: (line) => void warnings.push(line) })
  const http = { host: '127.0.0.1', port: await freePort(), publicUrl: null }
  const config = { environment: 'test', metricsToken: null, http } as const
  const health = { hostAheadMs: () => 0, queueProblem: () => null, works: true, intake: { waitingMs: () => 0 } }
  deps = { config, database, metrics: createMetrics(), log, listProviders: () => [], ...health }
})
afterAll(() => parts.disposeAsync())

test('a worker says whether it lives and can work, and what it measured; a second one on its port works all the same', async () => {
  await using _first = await startStatusServer(deps)
  const answers = ['healthz', 'readyz', 'metrics', 'graphql'].map(
    async (path) => (await fetch(`http://127.0.0.1:${deps.config.http.port}/${path}`)).status,
  )
  expect(await Promise.all(answers)).toEqual([200, 200, 200, 404])
  expect(warnings).toEqual([])
  await using _second = await startStatusServer(deps)
  expect(warnings.join()).toMatch(/it is in use/)
})
