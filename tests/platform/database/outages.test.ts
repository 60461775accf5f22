import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { openDatabase } from '../../../src/platform/database/database.ts'
import { DatabaseUnavailable, isOutage, named } from '../../../src/platform/database/errors.ts'
import { createTestDatabase, type TestDatabase } from '../../kit/database.ts'
import { startTcpProxy } from '../../kit/tcp-proxy.ts'

let created: TestDatabase
beforeAll(async () => {
  created = await createTestDatabase()
})
afterAll(() => created[Symbol.asyncDispose]())

function ofServer(code: string, severity: 'ERROR' | 'FATAL' = 'ERROR'): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError('x', 1, 'error'), { code, severity })
}
const ofSystem = (code: string) => Object.assign(new Error(`connect ${code} 10.0.0.5:5432`), { code })

describe('an outage', () => {
  test.each([
    ...['08006', '40001', '40P01', '53100', '53300', '57P01', '57P03', '25P03', '25006', '57014'].map((code) =>
      ofServer(code),
    ),
    ofServer('08P01', 'FATAL'),
    ...['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'EAI_AGAIN', 'ENOTFOUND', 'EPIPE'].map(ofSystem),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
    new Error('Query read timeout'),
    new Error('Client was closed and is not queryable'),
  ])('is $code $message', (error) => {
    expect(named(error)).toMatchObject({ code: 'SERVICE_UNAVAILABLE', retryable: true, retryAfterMs: 5_000 })
  })

  test.each([
    ...['08P01', '22P02', '23505', '42601', '42P01', '54000'].map((code) => ofServer(code)),
    Object.assign(new TypeError('x'), { code: 'ERR_INVALID_ARG_TYPE' }),
    new Error('of ours'),
  ])('is not $code $message', (error) => {
    expect(named(error)).toBe(error)
  })
})

/** Short for a server that never answers, and long for one that is busy. */
const limits = { statementMs: 5_000, answerMs: 1_500 }
const FOUR = [1, 2, 3, 4]

it('a failover leaves connections without an answer; after the first of them none is used that was silent since', async () => {
  await using proxy = await startTcpProxy(created.url)
  await using database = await openDatabase({ url: proxy.url, limits })
  const read = (n: number) => database.within('*').query('SELECT $1::integer AS n, pg_sleep(0.05)::text', [n])
  await Promise.all(FOUR.map(read))
  proxy.silence()
  await expect(read(0)).rejects.toSatisfy(isOutage)
  expect((await Promise.all(FOUR.map(read))).map(([row]) => row)).toMatchObject(FOUR.map((n) => ({ n })))
})

it('a transaction that loses its connection fails as an outage, and the next one works', async () => {
  await using database = await openDatabase({ url: created.url })
  const lost = database.within('*').transaction(async (tx) => {
    await tx.query('RESET role')
    await tx.query('SELECT pg_terminate_backend(pg_backend_pid())')
  })
  await expect(lost).rejects.toBeInstanceOf(DatabaseUnavailable)
  expect(await database.within('*').transaction((tx) => tx.query('SELECT 1 AS n'))).toEqual([{ n: 1 }])
})

it('a server that cannot be reached is an outage, whatever was asked', async () => {
  await using proxy = await startTcpProxy(created.url)
  await using database = await openDatabase({ url: proxy.url, limits })
  proxy.cut()
  const asked = [
    database.query('SELECT 1'),
    database.transaction((tx) => tx.query('SELECT 1')),
    database.within('*').query('SELECT 1'),
    database.within('*').query('SELECT 1', [], { isPrepared: true }),
    database.within('*').transaction((tx) => tx.query('SELECT 1')),
  ]
  const outcomes = await Promise.allSettled(asked)
  expect(outcomes.map((each) => each.status === 'rejected' && isOutage(each.reason))).toEqual(asked.map(() => true))
})

it('a database that is not there when a process starts is told with its host and the reason, and no password', async () => {
  await using database = await openDatabase({ url: 'postgresql://u:hunter2@127.0.0.1:1/x' })
  const error = await database.migrate().catch((thrown: Error) => thrown)
  expect(error).toMatchObject({ code: 'SERVICE_UNAVAILABLE', message: expect.stringContaining('127.0.0.1:1/x') })
  expect(String(error)).toContain('ECONNREFUSED')
  expect(String(error)).not.toContain('hunter2')
})

it('statements and pauses within a transaction have limits that end with it', async () => {
  await using database = await openDatabase({ url: created.url, poolSize: 1 })
  const settings = `SELECT current_setting('statement_timeout') AS statement,
    current_setting('idle_in_transaction_session_timeout') AS idle`
  const scoped = database.within('*')
  expect(await scoped.query(settings)).toEqual([{ statement: '10s', idle: '5s' }])
  expect(await scoped.query(settings, [], { isPrepared: true })).toEqual([{ statement: '10s', idle: '5s' }])
  expect(await scoped.transaction((tx) => tx.query(settings))).toEqual([{ statement: '10s', idle: '5s' }])
  expect(await scoped.transaction((tx) => tx.query(settings), { isLong: true })).toEqual([
    { statement: '1min', idle: '5s' },
  ])
  expect(await database.query(settings)).toEqual([{ statement: '0', idle: '0' }])
})
