import type { BackendFactory, IQueueBackend } from 'bullmq'
import { expect, test } from 'vitest'
import { steady } from '../../../src/platform/queue/driver.ts'

/** What the worker sees of a store that answers every question with `error`, by way of `steady`. */
function steadyOver(error: Error): IQueueBackend {
  const fail = () => Promise.reject(error)
  const store = { moveToActive: fail, waitForJob: fail, maximumBlockTimeout: 3_600 } as unknown as IQueueBackend
  return steady((() => store) satisfies BackendFactory)('work', { connection: {} })
}

async function failureMs(call: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await expect(call()).rejects.toThrow()
  return performance.now() - before
}

test('a store that refuses to work is not asked again and again without a pause', async () => {
  const backend = steadyOver(new Error('the database system is starting up'))
  expect(await failureMs(() => backend.moveToActive('token'))).toBeGreaterThan(900)
  expect(await failureMs(() => backend.waitForJob(1))).toBeGreaterThan(900)
})

test('a lost connection is told at once: the worker pauses by itself, and a closing one must not wait', async () => {
  const backend = steadyOver(new Error('Connection is closed.'))
  expect(await failureMs(() => backend.moveToActive('token'))).toBeLessThan(500)
})

test('no worker sleeps for long: a connection that died silently never wakes it', () => {
  expect(steadyOver(new Error()).maximumBlockTimeout).toBeLessThanOrEqual(10)
})
