import { randomBytes } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { type Database, openDatabase } from '../../../src/platform/database/database.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { dropDatabase, onServer, testDatabaseName } from '../../kit/server.ts'

/** The last migration of the last release, whose processes go on for a while after ours have migrated. Moves with a release. */
const RELEASED = '20261128110000-failures-of-an-item'

/** What statements of another version rely on. */
interface Shape {
  /** `table.column`, with its type and what it demands. */
  readonly columns: ReadonlyMap<string, { type: string; isRequired: boolean; hasDefault: boolean }>
  /** Unique keys, by the columns that `ON CONFLICT` names. */
  readonly keys: ReadonlySet<string>
  /** Conditions on rows, as PostgreSQL writes them. */
  readonly checks: ReadonlySet<string>
}

async function shapeOf({ query }: Database): Promise<Shape> {
  const columns = await query<{ name: string; type: string; isRequired: boolean; hasDefault: boolean }>(
    `SELECT table_name || '.' || column_name AS name, udt_name AS type, is_nullable = 'NO' AS "isRequired",
       column_default IS NOT NULL OR is_generated = 'ALWAYS' AS "hasDefault"
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name LIKE 'pms\\_%'`,
  )
  const keys = await query<{ key: string }>(
    `SELECT c.relname || ' (' || string_agg(a.attname, ', ' ORDER BY k.n) || ') ' || coalesce(pg_get_expr(i.indpred, i.indrelid), '') AS key
     FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid AND c.relnamespace = 'public'::regnamespace AND c.relname LIKE 'pms\\_%'
       CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, n)
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
     WHERE i.indisunique GROUP BY c.relname, i.indexrelid, i.indpred, i.indrelid`,
  )
  const checks = await query<{ text: string }>(
    `SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) AS text FROM pg_constraint
     WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace`,
  )
  return {
    columns: new Map(columns.map(({ name, ...column }) => [name, column])),
    keys: new Set(keys.map(({ key }) => key)),
    checks: new Set(checks.map(({ text }) => text)),
  }
}

/** What a statement that was good before is refused for. */
function breaches(before: Shape, after: Shape): string[] {
  const lines: string[] = []
  const tables = new Set([...before.columns.keys()].map((name) => name.split('.')[0]))
  for (const [name, was] of before.columns) {
    const is = after.columns.get(name)
    if (is === undefined) lines.push(`${name} is gone`)
    else if (is.type !== was.type) lines.push(`${name} was ${was.type} and is ${is.type}`)
    else if (is.isRequired && !is.hasDefault && !(was.isRequired && !was.hasDefault))
      lines.push(`${name} need not be named before, and has to be`)
  }
  for (const [name, { isRequired, hasDefault }] of after.columns)
    if (!before.columns.has(name) && tables.has(name.split('.')[0]) && isRequired && !hasDefault)
      lines.push(`${name} is new, has no default and may not be left out`)
  for (const key of before.keys) if (!after.keys.has(key)) lines.push(`no longer unique: ${key}`)
  for (const check of after.checks)
    if (![...before.checks].some((one) => isWidened(one, check)) && isOf(tables, check, before))
      lines.push(`asked in addition: ${check}`)
  return lines.sort()
}

/** Only what is asked of columns that the version before writes can refuse it. */
function isOf(tables: ReadonlySet<string | undefined>, check: string, { columns }: Shape): boolean {
  const [table = ''] = check.split(' ')
  if (!tables.has(table)) return false
  const named = [...columns.keys()]
    .filter((name) => name.startsWith(`${table}.`))
    .map((name) => name.slice(table.length + 1))
  return named.some((column) => new RegExp(`\\b${column}\\b`).test(check.slice(table.length)))
}

/** The same condition, or one that allows more words. */
function isWidened(before: string, after: string): boolean {
  const wordsOf = (check: string) => new Set(check.match(/'[^']*'/g))
  const withoutWords = (check: string) => check.replace(/'[^']*'(::text)?(, )?/g, '')
  const allowed = wordsOf(after)
  return withoutWords(before) === withoutWords(after) && [...wordsOf(before)].every((word) => allowed.has(word))
}

test('what the version before asks of its tables is answered after every migration, too', async () => {
  // First, for it makes the roles of the server.
  await using ours = await openTestDatabase()
  const name = testDatabaseName(inject('runId'), randomBytes(4).toString('hex'))
  const serverUrl = inject('serverUrl')
  await onServer(serverUrl, (client) => client.query(`CREATE DATABASE ${name}`))
  try {
    const url = new URL(serverUrl)
    url.pathname = `/${name}`
    await using theirs = await openDatabase({ url: url.href })
    await theirs.orm.migrator.up({ to: RELEASED })
    const before = await shapeOf(theirs)
    expect(before.columns.size).toBeGreaterThan(0)
    expect(breaches(before, await shapeOf(ours))).toEqual([])
  } finally {
    await onServer(serverUrl, (client) => dropDatabase(client, name))
  }
}, 120_000)
