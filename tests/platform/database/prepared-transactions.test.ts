import { expect, test } from 'vitest'
import { openDatabase, type Statement, type TransactionOptions } from '../../../src/platform/database/database.ts'
import { createTestDatabase } from '../../kit/database.ts'

const READ = { text: 'SELECT n FROM scratch ORDER BY n' }
const add = (n: unknown) => ({ text: 'INSERT INTO scratch (n) VALUES ($1) RETURNING n', params: [n] })
const NAMES = { text: `SELECT name FROM pg_prepared_statements WHERE statement ~ 'scratch' ORDER BY name` }
const isPrepared = true

/** One connection, so that whatever is prepared on it is met again. */
async function openScratch() {
  const created = await createTestDatabase()
  const database = await openDatabase({ url: created.url, poolSize: 1 })
  await database.query('CREATE TABLE scratch (n integer UNIQUE DEFERRABLE INITIALLY DEFERRED)')
  await database.query('GRANT ALL ON scratch TO pms_hotel_scoped')
  return {
    database,
    within: database.within([]),
    read: () => database.query(READ.text),
    together: (statements: readonly Statement[], options?: TransactionOptions) =>
      database.within([]).transaction((tx) => tx.queryAll(statements, { commits: true }), options),
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await created[Symbol.asyncDispose]()
    },
  }
}

test('what is committed with its last statements is there when they are answered, and nothing may come after', async () => {
  await using scratch = await openScratch()
  const work = scratch.within.transaction(async ({ queryAll, query }) => {
    await queryAll([add(1), add(2)], { commits: true })
    await using other = await openDatabase({ url: scratch.database.url })
    expect(await other.query(READ.text)).toEqual([{ n: 1 }, { n: 2 }])
    await query('SELECT 1')
  })
  await expect(work).rejects.toThrow('committed already')
  await scratch.together([add(3)])
  expect(await scratch.read()).toHaveLength(3)
  const [after] = await scratch.database.query(
    'SELECT current_user = session_user AS "isItself", now() > statement_timestamp() - interval \'1 s\' AS "isNew"',
  )
  expect(after).toEqual({ isItself: true, isNew: true })
})

test.each([
  ['a statement is refused', [add(1), { text: 'SELECT 1 / 0' }], '22012'],
  ['the commit is refused', [add(1), add(1)], '23505'],
  ['the first statement is no SQL', [{ text: 'SELEKT' }, add(1)], '42601'],
])('where %s nothing is done, prepared or not, and what comes next is', async (_, statements, code) => {
  await using scratch = await openScratch()
  for (const options of [{ isPrepared }, {}, { isPrepared }]) {
    await expect(scratch.together(statements, options)).rejects.toMatchObject({ code })
    expect(await scratch.read()).toEqual([])
  }
  await scratch.together([add(7)], { isPrepared })
  expect(await scratch.read()).toEqual([{ n: 7 }])
})

test('statements stay prepared from one transaction to the next, also when one was refused between', async () => {
  await using scratch = await openScratch()
  const kept = async () => (await scratch.together([add(null), READ, NAMES], { isPrepared }))[2]
  await kept()
  const names = await kept()
  expect(names).toHaveLength(3)
  await expect(scratch.together([add('much')], { isPrepared })).rejects.toMatchObject({ code: '22P02' })
  await kept()
  expect(await kept()).toEqual(names)
})

test('whatever a pooler does to the names, the work is done, and once', async () => {
  await using scratch = await openScratch()
  await scratch.together([add(1), READ], { isPrepared })
  // What comes to the same: the server has forgotten them.
  await scratch.database.query('DEALLOCATE ALL')
  let tries = 0
  const work = async ({ queryAll }: Parameters<Parameters<typeof scratch.within.transaction>[0]>[0]) => {
    tries += 1
    await queryAll([{ text: 'INSERT INTO scratch (n) VALUES (2)' }])
    return queryAll([READ], { commits: true })
  }
  expect(await scratch.within.transaction(work, { isPrepared })).toEqual([[{ n: 1 }, { n: 2 }]])
  expect(tries).toBe(2)
  await scratch.together([add(3), READ], { isPrepared })
  expect(await scratch.read()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
})

test('columns that a migration has changed are read anew', async () => {
  await using scratch = await openScratch()
  const read = async () => (await scratch.together([READ], { isPrepared }))[0]
  await scratch.together([add(1)])
  for (let n = 0; n < 6; n++) expect(await read()).toEqual([{ n: 1 }])
  await scratch.database.query('ALTER TABLE scratch ALTER COLUMN n TYPE text')
  for (let n = 0; n < 6; n++) expect(await read()).toEqual([{ n: '1' }])
})
