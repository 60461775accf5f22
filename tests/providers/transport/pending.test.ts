import { expect, test } from 'vitest'
import { answer, fakeVendor, GET } from './fake-vendor.ts'

const ready = answer(201, { location: '/jobs/1/answer' })
const untilCreated = { ...GET, pending: ({ status }: { status: number }) => (status === 200 ? 5_000 : null) }

test('asks again until the answer is ready, and says that it waits', async () => {
  const { http, waits, sent } = fakeVendor((n) => (n < 4 ? answer(200) : ready))
  expect(await http.send(untilCreated)).toEqual(ready)
  expect(waits.map(({ reason, ms }) => [reason, ms])).toEqual(Array(3).fill(['PENDING', 5_000]))
  expect(sent).toHaveLength(4)
})

test('an answer that never gets ready ends in PROVIDER_TIMEOUT once it took five minutes', async () => {
  const { http, clock } = fakeVendor(() => answer(200))
  const startedMs = clock.ms
  await expect(http.send(untilCreated)).rejects.toMatchObject({ code: 'PROVIDER_TIMEOUT', retryable: true })
  expect(clock.ms - startedMs).toBe(300_000)
})

test('errors between two looks are retried as ever, and each look has its own retries', async () => {
  const { http, sent } = fakeVendor((n) => (n === 10 ? ready : answer(n % 3 === 0 ? 200 : 503)))
  expect(await http.send(untilCreated)).toEqual(ready)
  expect(sent).toHaveLength(10)
})

test('an abort ends the wait with its reason', async () => {
  const controller = new AbortController()
  const { http, sent } = fakeVendor(
    () => {
      controller.abort(new Error('cancelled'))
      return answer(200)
    },
    { signal: controller.signal },
  )
  await expect(http.send(untilCreated)).rejects.toThrow('cancelled')
  expect(sent).toHaveLength(1)
})
