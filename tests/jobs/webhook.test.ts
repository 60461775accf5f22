import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createInboxQueue, startInboxWorker } from '../../src/jobs/webhook.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { QueueBackend } from '../../src/platform/queue/queue.ts'
import type { DrainOptions } from '../../src/webhooks/inbox/drain.ts'
import type { InboxLease } from '../../src/webhooks/inbox/leases.ts'
import { openTestDatabase } from '../kit/database.ts'
import { eventually } from '../kit/eventually.ts'
import { openTestQueue, QUEUE_KINDS } from '../kit/queue-backends.ts'
import { silentLog } from '../kit/services.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const HOUR_MS = 3_600_000
const RARELY = { lookMs: HOUR_MS, recoverMs: HOUR_MS, guardMs: HOUR_MS, graceMs: 5_000 }

/** Inboxes that are due when they are woken, and that only note who has emptied them. */
function fakeInbox() {
  const due: string[] = []
  const drained: string[] = []
  const calls = { recover: 0, guardGaps: 0, busy: '' }
  return {
    due,
    drained,
    calls,
    async wake(ids: readonly string[]) {
      const [busy, free] = [ids.filter((id) => id === calls.busy), ids.filter((id) => id !== calls.busy)]
      due.push(...free)
      return busy
    },
    async claim() {
      const configurationId = due.shift()
      return configurationId === undefined ? null : { configurationId, token: 1, timeouts: 0 }
    },
    async work({ configurationId }: InboxLease, _?: DrainOptions) {
      drained.push(configurationId)
    },
    recover: async () => void calls.recover++,
    guardGaps: async () => void calls.guardGaps++,
  }
}

const workerOn = (backend: QueueBackend, inbox: ReturnType<typeof fakeInbox>, timing = {}) =>
  startInboxWorker({ backend, inbox, log: silentLog, timing: { ...RARELY, ...timing } })

describe.each(QUEUE_KINDS)('on %s', (kind) => {
  test('an inbox that was asked for a hundred times is looked into a few times', async () => {
    await using queue = await openTestQueue(kind, database.url)
    const inbox = fakeInbox()
    using sender = await createInboxQueue({ ...queue, wake: inbox.wake, log: silentLog })
    await using _worker = await workerOn(queue.backend, inbox)
    const ids = [randomUUID(), randomUUID()]
    for (let i = 0; i < 100; i++) for (const id of ids) sender.enqueue(id)
    await eventually(() => expect(new Set(inbox.drained)).toEqual(new Set(ids)))
    expect(inbox.drained.length).toBeLessThan(10)
  })

  test('an inbox that somebody has at hand keeps no other from being woken, and is woken when it is free', async () => {
    await using queue = await openTestQueue(kind, database.url)
    const inbox = fakeInbox()
    using sender = await createInboxQueue({ ...queue, wake: inbox.wake, log: silentLog })
    await using _worker = await workerOn(queue.backend, inbox)
    const [busy, free] = [randomUUID(), randomUUID()]
    inbox.calls.busy = busy
    for (const id of [busy, free]) sender.enqueue(id)
    await eventually(() => expect(inbox.drained).toEqual([free]))
    inbox.calls.busy = ''
    await eventually(() => expect(inbox.drained).toEqual([free, busy]))
  })

  test('what the queue lost is looked for, as is silence, from the start and ever again', async () => {
    await using queue = await openTestQueue(kind, database.url)
    const inbox = fakeInbox()
    inbox.due.push('lost')
    await using _worker = await workerOn(queue.backend, inbox, { lookMs: 5, recoverMs: 5, guardMs: 5 })
    await eventually(() => {
      expect(inbox.drained).toEqual(['lost'])
      expect(inbox.calls.recover).toBeGreaterThan(2)
      expect(inbox.calls.guardGaps).toBeGreaterThan(2)
    })
  })
})

test('inboxes whose PMS is silent leave their places to others', async () => {
  await using queue = await openTestQueue('postgres', database.url)
  const inbox = fakeInbox()
  inbox.work = async ({ configurationId }, { place } = {}) => {
    inbox.drained.push(configurationId)
    if (configurationId === 'well') return
    place?.waiting()
    await new Promise(() => {})
  }
  inbox.due.push(...Array.from({ length: 100 }, (_, index) => `silent ${index}`), 'well')
  await using _worker = await workerOn(queue.backend, inbox, { lookMs: 20, graceMs: 10 })
  await eventually(() => expect(inbox.drained).toContain('well'))
})
