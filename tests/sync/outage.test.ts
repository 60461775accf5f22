import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { openTestDatabase } from '../kit/database.ts'
import { bookings } from '../kit/scripted-provider.ts'
import { createTestHotel } from '../kit/test-hotel.ts'

// A file of its own, for the database is cut off from everyone who uses it.
let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

describe('a database that cuts connections', () => {
  it('is waited for; nothing is lost or counted twice', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(60)
    hotel.vendor.beforePage = async ({ number }) => {
      if (number % 2 === 1) await cutOtherConnections(database)
    }
    const queued = await hotel.request()
    expect(await hotel.engine.run(queued.id)).toMatchObject({
      status: 'COMPLETED',
      itemsProcessed: 60,
      itemsCreated: 60,
    })
    expect(await hotel.rows()).toHaveLength(60)
  })
})

/** What a failover looks like: every connection to this database but ours is gone. */
async function cutOtherConnections({ query }: Database): Promise<void> {
  await query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  ).catch(() => {})
}
