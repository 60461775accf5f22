import { randomBytes } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { openDatabase } from '../../../src/platform/database/database.ts'
import { dropDatabase, onServer, testDatabaseName } from '../../kit/server.ts'
import { runCli } from '../../kit/service.ts'

async function encodedAs(encoding: string) {
  const name = testDatabaseName(inject('runId'), randomBytes(4).toString('hex'))
  await onServer(inject('serverUrl'), (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING '${encoding}' LOCALE 'C'`),
  )
  return {
    url: Object.assign(new URL(inject('serverUrl')), { pathname: `/${name}` }).href,
    [Symbol.asyncDispose]: () => onServer(inject('serverUrl'), (client) => dropDatabase(client, name)),
  }
}

test.each(['LATIN1', 'SQL_ASCII'])(
  'a database in %s is refused in one line, with nothing made in it',
  async (encoding) => {
    await using made = await encodedAs(encoding)
    await using database = await openDatabase({ url: made.url, poolSize: 2 })
    const problem = `is encoded as ${encoding} and cannot hold every guest's name`
    await expect(database.migrate()).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
      message: expect.stringContaining(problem),
    })
    expect(await database.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).toEqual([])
  },
)

test('whoever starts on such a database, or asks the doctor, reads what to do', async () => {
  await using made = await encodedAs('LATIN1')
  const [served, asked] = await Promise.all(
    ['serve', 'doctor'].map((command) => runCli({ DATABASE_URL: made.url, PORT: '0' }, [command])),
  )
  const advice = /The database \w+ is encoded as LATIN1 .*TEMPLATE template0 ENCODING 'UTF8'.*DATABASE_URL/
  expect(served).toMatchObject({ code: 1 })
  expect(served?.stderr).toMatch(new RegExp(`^CONFIGURATION_INVALID: ${advice.source}\\.\\n$`))
  expect(asked).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(new RegExp(`^FAIL +encoding +${advice.source}`, 'm')),
  })
})
