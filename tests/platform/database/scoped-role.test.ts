import { randomBytes } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { openDatabase } from '../../../src/platform/database/database.ts'
import { fillTables } from '../../kit/fill-tables.ts'
import { dropDatabase, onServer, testDatabaseName } from '../../kit/server.ts'
import { runCli } from '../../kit/service.ts'

/** A database whose owner is an ordinary user, as on a hosted server. */
async function hostedDatabase() {
  const serverUrl = inject('serverUrl')
  const name = testDatabaseName(inject('runId'), randomBytes(4).toString('hex'))
  await onServer(serverUrl, async (client) => {
    await client.query(`CREATE ROLE ${name} LOGIN PASSWORD 'hosted'`)
    await client.query(`CREATE DATABASE ${name} OWNER ${name}`)
  })
  const url = new URL(serverUrl)
  Object.assign(url, { pathname: `/${name}`, username: name, password: 'hosted' })
  return {
    url: url.href,
    asAdministrator: (text: string) => onServer(serverUrl, (client) => client.query(text)),
    user: name,
    [Symbol.asyncDispose]: () =>
      onServer(serverUrl, async (client) => {
        await dropDatabase(client, name)
        await client.query(`DROP ROLE ${name}`)
      }),
  }
}

test('a user who may not make roles is told what an administrator has to do, and then is walled off as anyone', async () => {
  await using hosted = await hostedDatabase()
  const advice = /administrator has to run once: .*GRANT pms_hotel_scoped TO that user/
  const doctor = () => runCli({ DATABASE_URL: hosted.url }, ['doctor'])
  await using database = await openDatabase({ url: hosted.url, poolSize: 2 })
  await expect(database.migrate()).rejects.toThrow(advice)
  expect((await doctor()).stdout).toMatch(new RegExp(`FAIL +hotels +.*${advice.source}`))

  await hosted.asAdministrator('CREATE ROLE pms_hotel_scoped NOLOGIN').catch(() => {}) // it is there on most test servers
  await hosted.asAdministrator(`GRANT pms_hotel_scoped TO ${hosted.user}`)
  await database.migrate()
  expect((await doctor()).stdout).toMatch(/WARN +hotels +kept apart.*could step up again/)

  const hotelId = await fillTables(database)
  await fillTables(database.within('*'))
  expect(await database.within([hotelId]).query('SELECT id FROM pms_hotel')).toEqual([{ id: hotelId }])
  expect(await database.within([hotelId]).query('SELECT count(*) AS rows FROM pms_sync_seen')).toEqual([{ rows: 1 }])
  expect(await database.within([hotelId]).query(`SELECT pms_guests_by_search($1, 'ada') AS guests`, [hotelId])).toEqual(
    [{ guests: [expect.any(String)] }],
  )
})
