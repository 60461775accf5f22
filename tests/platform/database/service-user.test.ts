import { randomBytes, randomUUID } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { openDatabase } from '../../../src/platform/database/database.ts'
import { migrateAsOwner } from '../../../src/platform/database/migrate.ts'
import { databaseUser } from '../../../src/platform/database/service-user.ts'
import { createQueueBackend } from '../../../src/platform/queue/queue.ts'
import { createTestDatabase } from '../../kit/database.ts'
import { fillTables } from '../../kit/fill-tables.ts'
import { onServer } from '../../kit/server.ts'
import { silentLog } from '../../kit/services.ts'

/** A database whose service logs in as a user who owns nothing. */
async function ownedByAnother() {
  const created = await createTestDatabase()
  const user = `pms_t_${randomBytes(6).toString('hex')}`
  const asAdministrator = (text: string) => onServer(inject('serverUrl'), (client) => client.query(text))
  await asAdministrator(`CREATE ROLE ${user} LOGIN PASSWORD 'service'`)
  const url = Object.assign(new URL(created.url), { username: user, password: 'service' }).href
  const database = await openDatabase({ url, poolSize: 2 })
  return {
    ...{ url, user, migrationUrl: created.url, database },
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await created[Symbol.asyncDispose]()
      await asAdministrator(`REVOKE pms_hotel_scoped FROM ${user}`)
      await asAdministrator(`DROP ROLE ${user}`)
    },
  }
}

test('the service works as a user who cannot step up again, and neither changes nor removes what was audited', async () => {
  await using owned = await ownedByAnother()
  const { database, migrationUrl, url } = owned
  await migrateAsOwner(database, migrationUrl)
  expect(await database.pendingMigrations()).toEqual([])
  expect(await databaseUser(database)).toEqual({ name: owned.user, isUnbound: false })

  const hotelId = await fillTables(database.within('*'))
  expect(await database.within([hotelId]).query('SELECT id FROM pms_hotel')).toEqual([{ id: hotelId }])

  const all = database.within('*')
  for (const statement of ['UPDATE pms_audit_entry SET actor = $1', 'DELETE FROM pms_audit_entry WHERE actor <> $1'])
    await expect(all.query(statement, ['nobody'])).rejects.toThrow(/permission denied/)
  for (const statement of [
    'SET ROLE postgres',
    'ALTER TABLE pms_booking DISABLE ROW LEVEL SECURITY',
    'DROP TABLE pms_audit_entry',
    'DELETE FROM pms_migration',
    'CREATE TABLE mine (id int)',
    'ALTER ROLE CURRENT_USER BYPASSRLS',
  ])
    await expect(database.query(statement), statement).rejects.toThrow(/permission denied|must be/)
  expect(await database.query('SELECT id FROM pms_hotel'), 'not even as itself').toEqual([])

  await using backend = await createQueueBackend({ databaseUrl: url, migrationUrl, log: silentLog })
  const done = Promise.withResolvers<unknown>()
  const name = randomUUID()
  await using worker = await workerOf(backend, name, async (payload) => done.resolve(payload))
  const queue = await backend.openQueue(name)
  await queue.add({ n: 1 }, { id: randomUUID() })
  expect(await done.promise).toEqual({ n: 1 })
  expect(worker).toBeDefined()
  await expect(database.query('DROP TABLE bullmq.bullmq_migrations')).rejects.toThrow()

  // Once migrated, a process that does not know the owner starts as well.
  await migrateAsOwner(database, null)
  await using again = await createQueueBackend({ databaseUrl: url, log: silentLog })
  expect(again.kind).toBe('postgres')
})

async function workerOf(
  backend: Awaited<ReturnType<typeof createQueueBackend>>,
  name: string,
  process: (payload: unknown) => Promise<void>,
) {
  const worker = await backend.openWorker(name, process, { concurrency: 1 })
  return { ...worker, [Symbol.asyncDispose]: () => worker.close(1_000) }
}
