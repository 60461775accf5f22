import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database, Sql } from '../../src/platform/database/database.ts'
import { startOfWalk } from '../../src/sync/store/checkpoint.ts'
import { claimNext, claimRun } from '../../src/sync/store/claim.ts'
import { advance, end, parkRun, renewRuns, yieldRun } from '../../src/sync/store/held-runs.ts'
import { RUN_MOVES, RUN_STATES, type RunMove, type RunState } from '../../src/sync/store/life.ts'
import { requestCancel, supersedeRuns, sweepRuns, wakeRunsOf } from '../../src/sync/store/unheld-runs.ts'
import { openTestDatabase } from '../kit/database.ts'
import { createTestHotel } from '../kit/test-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** A row of each state, as it comes to be. The holder's token is 1. */
const ROWS: Record<RunState, string> = {
  DUE: `status = 'RUNNING', lease_expires_at = NULL, ready_at = now() - interval '1 s'`,
  HELD: `status = 'RUNNING', lease_expires_at = now() + interval '1 h'`,
  PARKED: `status = 'RUNNING', lease_expires_at = NULL, ready_at = now() + interval '1 h', wait_reason = 'BACKOFF'`,
  ORPHANED: `status = 'RUNNING', lease_expires_at = now() - interval '1 s'`,
  ENDED: `status = 'COMPLETED', lease_expires_at = NULL, completed_at = now()`,
}
const STATES = Object.keys(RUN_STATES) as RunState[]

async function addRun(state: RunState): Promise<string> {
  const hotel = await createTestHotel(database)
  const { id } = await hotel.request()
  await database.query(`UPDATE pms_sync_log SET lease_token = 1, ${ROWS[state]} WHERE id = $1`, [id])
  return id
}

async function stateOf(id: string): Promise<string[]> {
  const columns = STATES.map((state) => `(${RUN_STATES[state]}) AS "${state}"`).join(', ')
  const [row = {}] = await database.query(`SELECT ${columns} FROM pms_sync_log WHERE id = $1`, [id])
  return STATES.filter((state) => row[state] === true)
}

const rowOf = async (id: string) => (await database.query('SELECT * FROM pms_sync_log WHERE id = $1', [id]))[0]

const PAGE = {
  created: 1,
  updated: 0,
  unchanged: 0,
  failed: 0,
  heldBack: 0,
  duplicate: 0,
  deleted: 0,
  unread: null,
  total: null,
  seen: null,
}
const page = { ...PAGE, checkpoint: startOfWalk(null, new Date()) }
const wait = { reason: 'RETRY_AFTER', waitMs: 60_000, isRetry: false, checkpoint: page.checkpoint } as const
const lease = (syncLogId: string, token = 1) => ({ syncLogId, token })
const note = (sql: Sql, id: string, column: string) =>
  sql.query(`UPDATE pms_sync_log SET ${column} = now() WHERE id = $1`, [id])

/** Tries a move; true when the database let it. */
const TRIES: Record<Exclude<RunMove, 'ripen' | 'lapse'>, (id: string, token?: number) => Promise<unknown>> = {
  claim: (id) => claimRun(database, id, 10_000),
  beat: async (id, token) => (await renewRuns(database, [lease(id, token)], 10_000))[0],
  page: (id, token) => advance(database, lease(id, token), 0, page),
  yield: (id, token) => yieldRun(database, lease(id, token)),
  park: (id, token) => parkRun(database, lease(id, token), wait),
  end: (id, token) => end(database, lease(id, token), { status: 'COMPLETED' }),
  wish: (id) => requestCancel(database, id),
  cancel: async (id) => {
    await note(database, id, 'cancel_requested_at')
    return (await sweepRuns(database)).find((run) => run.id === id)
  },
  expire: async (id) => {
    await note(database, id, 'deadline_at')
    return (await sweepRuns(database)).find((run) => run.id === id)
  },
  supersede: async (id) => {
    const { hotel_id: hotelId, provider } = (await rowOf(id)) ?? {}
    return (await supersedeRuns(database, { hotelId: String(hotelId), provider: String(provider) }))[0]
  },
  wake: async (id) => {
    const [before] = await stateOf(id)
    const key = `key of ${id}`
    await database.query('UPDATE pms_sync_log SET credential_key = $2 WHERE id = $1', [id, key])
    await wakeRunsOf(database, key)
    return (await stateOf(id))[0] !== before || null
  },
}
const MOVES = Object.keys(TRIES) as (keyof typeof TRIES)[]

// One after the other: a sweep takes whatever there is.
describe.each(STATES)('a run that is %s', { concurrent: false }, (state) => {
  it('is in no other state', async () => {
    expect(await stateOf(await addRun(state))).toEqual([state])
  })

  const may = (move: RunMove) => (RUN_MOVES[move].from as readonly RunState[]).includes(state)
  it.each(MOVES.filter(may))('may be moved by: %s', async (move) => {
    const id = await addRun(state)
    expect(await TRIES[move](id)).toBeTruthy()
    expect(await stateOf(id)).toEqual([RUN_MOVES[move].to ?? state])
  })

  it.each(MOVES.filter((move) => !may(move)))('is left as it is by: %s', async (move) => {
    const id = await addRun(state)
    const { cancel_requested_at: _, deadline_at: __, credential_key: ___, ...before } = (await rowOf(id)) ?? {}
    expect((await TRIES[move](id)) ?? null).toBeNull()
    expect(await rowOf(id)).toMatchObject(before)
  })

  const ofHolder = MOVES.filter((move) => (RUN_MOVES[move].by as readonly string[]).includes('HOLDER'))
  it.each(ofHolder)('is left as it is by one who had it before: %s', async (move) => {
    const id = await addRun(state)
    const before = await rowOf(id)
    expect((await TRIES[move](id, 0)) ?? null).toBeNull()
    expect(await rowOf(id)).toEqual(before)
  })
})

describe('time alone', { concurrent: false }, () => {
  it('makes a parked run due', async () => {
    const id = await addRun('PARKED')
    await note(database, id, 'ready_at')
    expect(await stateOf(id)).toEqual([RUN_MOVES.ripen.to])
  })

  it('takes a run from a holder who is gone', async () => {
    const id = await addRun('HELD')
    await note(database, id, 'lease_expires_at')
    expect(await stateOf(id)).toEqual([RUN_MOVES.lapse.to])
  })
})

it('a run that is to be cancelled is given to nobody', async () => {
  await using own = await openTestDatabase()
  const hotel = await createTestHotel(own)
  const { id } = await hotel.request()
  await note(own, id, 'cancel_requested_at')
  expect(await claimRun(own, id, 10_000)).toBeNull()
  expect(await claimNext(own, { leaseMs: 10_000, isOldest: true, without: [] })).toBeNull()
})
