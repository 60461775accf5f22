import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  LANES,
  laneOf,
  RUN_LANE,
  SYNC_OPERATIONS,
  SYNC_TRIGGERS,
  type SyncOperation,
  type SyncTrigger,
} from '../../src/entities/sync-log.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { ENTITY_TYPES, type EntityType } from '../../src/records/entity-type.ts'
import { claimNext, claimRun, findWaiting, type Turn } from '../../src/sync/store/claim.ts'
import { openTestDatabase } from '../kit/database.ts'

const USUAL: Turn = { leaseMs: 60_000, isOldest: false, without: [] }

interface DueRun {
  trigger?: SyncTrigger
  operation?: SyncOperation
  /** Milliseconds for which it has been due. */
  dueForMs?: number
  credentialKey?: string | null
  provider?: string
  entityType?: EntityType
}

/** What is due is due for everyone: a database of its own for each test. */
async function open() {
  const database = await openTestDatabase()
  const names = new Map<string, string>()
  return {
    database,
    async add(name: string, run: DueRun = {}) {
      const { trigger = 'MANUAL', operation = 'INCREMENTAL', dueForMs = 1_000, credentialKey = name } = run
      const { provider = 'mock', entityType = 'ROOM' } = run
      const id = randomUUID()
      names.set(id, name)
      await database.query(
        `INSERT INTO pms_sync_log (id, hotel_id, provider, entity_type, operation, trigger, credential_key, ready_at)
         VALUES ($1, $2, $3, $8, $4, $5, $6, now() - $7 * interval '1 ms')`,
        [id, `hotel-${id}`, provider, operation, trigger, credentialKey, dueForMs, entityType],
      )
      return id
    },
    async claim(turn: Partial<Turn> = {}) {
      const run = await claimNext(database, { ...USUAL, ...turn })
      return run === null ? null : (names.get(run.id) ?? run.id)
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

async function claimAll(claim: () => Promise<string | null>): Promise<string[]> {
  const claimed: string[] = []
  for (let name = await claim(); name !== null; name = await claim()) claimed.push(name)
  return claimed
}

const fail = (database: Database, key: string, failures: number, openForMs: number | null) =>
  database.query(
    `INSERT INTO pms_provider_health (key, provider, failures, open_until)
     VALUES ($1, 'mock', $2, now() + $3 * interval '1 ms')`,
    [key, failures, openForMs],
  )

describe('whose turn it is', () => {
  it('goes by lane: people, webhooks, schedules, then backfills and first walks', async () => {
    await using due = await open()
    await due.add('gap', { trigger: 'GAP', dueForMs: 90_000 })
    await due.add('first walk', { trigger: 'SCHEDULED', operation: 'FULL', dueForMs: 80_000 })
    await due.add('schedule', { trigger: 'SCHEDULED', dueForMs: 70_000 })
    await due.add('webhook', { trigger: 'WEBHOOK', dueForMs: 60_000 })
    await due.add('replay', { trigger: 'REPLAY', operation: 'REPLAY', dueForMs: 50_000 })
    await due.add('person', { dueForMs: 10 })
    expect(await claimAll(due.claim)).toEqual(['replay', 'person', 'webhook', 'schedule', 'gap', 'first walk'])
  })

  it('is that of calendars when nobody else is due, unless a person asked for them', async () => {
    await using due = await open()
    const calendar = { trigger: 'SCHEDULED', dueForMs: 90_000 } as const
    await due.add('prices', { ...calendar, entityType: 'RATE', credentialKey: 'chain' })
    await due.add('availability', { trigger: 'WEBHOOK', entityType: 'AVAILABILITY', credentialKey: 'chain' })
    await due.add('first walk', { trigger: 'SCHEDULED', operation: 'FULL', dueForMs: 10, credentialKey: 'chain' })
    await due.add('prices for a person', { entityType: 'RATE', dueForMs: 0, credentialKey: 'chain' })
    expect(await claimAll(due.claim)).toEqual(['prices for a person', 'first walk', 'prices', 'availability'])
  })

  it('is the same whether a statement or a worker asks which lane a run is in', async () => {
    await using due = await open()
    for (const entityType of ENTITY_TYPES)
      for (const trigger of SYNC_TRIGGERS)
        for (const operation of SYNC_OPERATIONS) await due.add('', { entityType, trigger, operation })
    const rows = await due.database.query<Parameters<typeof laneOf>[0] & { lane: number }>(
      `SELECT entity_type AS "entityType", trigger, operation, ${RUN_LANE} AS lane FROM pms_sync_log`,
    )
    expect(rows.map(laneOf)).toEqual(rows.map(({ lane }) => lane))
    expect(new Set(rows.map(({ lane }) => lane))).toEqual(new Set(Object.values(LANES)))
  })

  it('a person who comes late goes before a backlog', async () => {
    await using due = await open()
    for (let i = 0; i < 300; i++) await due.add(`schedule ${i}`, { trigger: 'SCHEDULED', dueForMs: 3_600_000 })
    await due.add('person', { operation: 'FULL', dueForMs: 0 })
    expect(await due.claim()).toBe('person')
  })

  it('now and then is that of whoever has waited longest', async () => {
    await using due = await open()
    await due.add('first walk', { trigger: 'SCHEDULED', operation: 'FULL', dueForMs: 80_000 })
    await due.add('person')
    expect(await due.claim({ isOldest: true })).toBe('first walk')
  })

  it('follows the trigger when that is changed', async () => {
    await using due = await open()
    await due.add('one', { trigger: 'SCHEDULED', dueForMs: 80_000 })
    const id = await due.add('other', { trigger: 'SCHEDULED' })
    await due.database.query(`UPDATE pms_sync_log SET trigger = 'MANUAL' WHERE id = $1`, [id])
    expect(await due.claim()).toBe('other')
  })

  it('comes to a run whose worker is gone', async () => {
    await using due = await open()
    const id = await due.add('orphan')
    await claimRun(due.database, id, 0)
    expect(await due.claim()).toBe('orphan')
  })

  it('comes to each run once, however many ask', async () => {
    await using due = await open()
    for (let i = 0; i < 40; i++) await due.add(`run ${i}`)
    const claimed = await Promise.all(Array.from({ length: 8 }, () => claimAll(due.claim)))
    expect(claimed.flat()).toHaveLength(40)
    expect(new Set(claimed.flat()).size).toBe(40)
  })
})

describe('a share', () => {
  it('of four at a time is what a credential has while others wait, and when nobody does', async () => {
    await using due = await open()
    for (let i = 0; i < 10; i++) await due.add(`chain ${i}`, { credentialKey: 'chain', dueForMs: 80_000 - i })
    await due.add('lone')
    const claimed = await claimAll(due.claim)
    expect(claimed).toEqual(['chain 0', 'chain 1', 'chain 2', 'chain 3', 'lone'])
    expect(await findWaiting(due.database, ['chain', 'lone'])).toEqual({ isSomebody: false, credentialKeys: ['chain'] })
  })

  it('of two is what calendars have of these four, and no walk makes room for more of them', async () => {
    await using due = await open()
    const ofChain = { trigger: 'SCHEDULED', credentialKey: 'chain' } as const
    for (let i = 0; i < 3; i++) await due.add(`calendar ${i}`, { ...ofChain, entityType: 'RATE', dueForMs: 80_000 - i })
    expect(await claimAll(due.claim)).toEqual(['calendar 0', 'calendar 1'])
    expect(await findWaiting(due.database, ['chain'])).toEqual({ isSomebody: false, credentialKeys: [] })
    await due.add('bookings', { ...ofChain, entityType: 'BOOKING' })
    expect(await findWaiting(due.database, ['chain'])).toEqual({ isSomebody: true, credentialKeys: ['chain'] })
    expect(await due.claim({ isOldest: true })).toBe('bookings')
  })

  it('of one is what it has while its last request has failed', async () => {
    await using due = await open()
    for (let i = 0; i < 3; i++) await due.add(`sick ${i}`, { credentialKey: 'sick', dueForMs: 80_000 - i })
    await fail(due.database, 'sick', 1, null)
    expect(await claimAll(due.claim)).toEqual(['sick 0'])
  })

  it('of none is what it has while its circuit is open; afterwards one of its runs finds out', async () => {
    await using due = await open()
    for (let i = 0; i < 3; i++) await due.add(`down ${i}`, { credentialKey: 'down', dueForMs: 80_000 - i })
    await fail(due.database, 'down', 5, 60_000)
    await due.add('well')
    expect(await claimAll(due.claim)).toEqual(['well'])
    await due.database.query(`UPDATE pms_provider_health SET open_until = now()`)
    expect(await claimAll(due.claim)).toEqual(['down 0'])
  })

  it('of 32 is what all that are sick have together', async () => {
    await using due = await open()
    for (let i = 0; i < 40; i++) {
      await due.add(`sick ${i}`)
      await fail(due.database, `sick ${i}`, 1, null)
    }
    await due.add('well', { dueForMs: 0 })
    const claimed = await claimAll(due.claim)
    expect(claimed.filter((name) => name.startsWith('sick'))).toHaveLength(32)
    expect(claimed).toContain('well')
  })

  it('can be kept from a provider that has enough of a worker', async () => {
    await using due = await open()
    await due.add('crowd', { provider: 'crowded', dueForMs: 80_000 })
    await due.add('other')
    expect(await due.claim({ without: ['crowded'] })).toBe('other')
    expect(await due.claim({ without: ['crowded'] })).toBeNull()
  })

  it('is not kept from a run of a version that knew no credentials', async () => {
    await using due = await open()
    await fail(due.database, 'sick', 5, 60_000)
    await due.add('old', { credentialKey: null })
    expect(await due.claim()).toBe('old')
  })
})

it('somebody waits as long as a run that could be taken is not', async () => {
  await using due = await open()
  await due.add('one')
  expect(await findWaiting(due.database, [])).toEqual({ isSomebody: true, credentialKeys: [] })
  await due.claim()
  expect(await findWaiting(due.database, [])).toEqual({ isSomebody: false, credentialKeys: [] })
})

it('finds the next among many by an index', async () => {
  await using due = await open()
  const { database } = due
  await database.query(
    `INSERT INTO pms_sync_log (id, hotel_id, provider, entity_type, operation, trigger, status)
     SELECT gen_random_uuid(), 'hotel-' || n, 'mock', 'ROOM', 'INCREMENTAL', 'SCHEDULED',
       CASE WHEN n % 5 = 0 THEN 'QUEUED' ELSE 'COMPLETED' END
     FROM generate_series(1, 20000) AS n`,
  )
  await database.query('ANALYZE pms_sync_log')
  const plans: string[] = []
  for (const isOldest of [false, true]) {
    const explain = {
      query: async (text: string, params?: readonly unknown[]) => {
        const rows = await database.query<Record<'QUERY PLAN', string>>(`EXPLAIN ${text}`, params)
        plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
        return []
      },
    }
    await claimNext(explain, { ...USUAL, isOldest })
  }
  expect(plans[0]).toContain('Index Scan using pms_sync_log_by_lane')
  expect(plans[1]).toContain('Index Scan using pms_sync_log_by_turn')
})
