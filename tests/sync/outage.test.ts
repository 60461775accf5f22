import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { openTestDatabase } from '../kit/database.ts'
import { setStage } from '../kit/engine.ts'
import { bookings } from '../kit/scripted-provider.ts'

// A file of its own, for the database is cut off from everyone who uses it.
let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

describe('a database that cuts connections', () => {
  it('is waited for; nothing is lost or counted twice', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(60)
    stage.vendor.beforePage = async ({ number }) => {
      if (number % 2 === 1) await cutOtherConnections(database)
    }
    const queued = await stage.request()
    expect(await stage.engine.run(queued.id)).toMatchObject({
      status: 'COMPLETED',
      itemsProcessed: 60,
      itemsCreated: 60,
    })
    expect(await stage.rows()).toHaveLength(60)
  })
})

/** What a failover looks like: every connection to this database but ours is gone. */
async function cutOtherConnections({ query }: Database): Promise<void> {
  await query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  ).catch(() => {})
}
