import type { BackendFactory, IQueueBackend } from 'bullmq'
import { expect, test } from 'vitest'
import { retryingBackend } from '../../../src/platform/queue/driver.ts'

/** What the worker sees of a store that answers every question with `error`, by way of `retryingBackend`. */
function retryingBackendOver(error: Error): { backend: IQueueBackend; pauses: number[] } {
  const fail = () => Promise.reject(error)
  const store = { moveToActive: fail, waitForJob: fail, maximumBlockTimeout: 3_600 } as unknown as IQueueBackend
  const pauses: number[] = []
  const pause = async (ms: number) => void pauses.push(ms)
  return { backend: retryingBackend((() => store) satisfies BackendFactory, pause)('work', { connection: {} }), pauses }
}

test('a store that refuses to work is not asked again and again without a pause', async () => {
  const { backend, pauses } = retryingBackendOver(new Error('the database system is starting up'))
  await expect(backend.moveToActive('token')).rejects.toThrow('starting up')
  await expect(backend.waitForJob(1)).rejects.toThrow('starting up')
  expect(pauses).toEqual([1_000, 1_000])
})

test('a lost connection is told at once: the worker pauses by itself, and a closing one must not wait', async () => {
  const { backend, pauses } = retryingBackendOver(new Error('Connection is closed.'))
  await expect(backend.moveToActive('token')).rejects.toThrow('closed')
  expect(pauses).toEqual([])
})

test('no worker sleeps for long: a connection that died silently never wakes it', () => {
  expect(retryingBackendOver(new Error()).backend.maximumBlockTimeout).toBeLessThanOrEqual(10)
})
