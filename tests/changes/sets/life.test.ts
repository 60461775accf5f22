import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANGE_SET_MOVES, type ChangeSetMove } from '../../../src/changes/sets/life.ts'
import { insertSet, moveSet } from '../../../src/changes/sets/rows.ts'
import {
  CHANGE_SET_STATES,
  type ChangeSet,
  type ChangeSetState,
  ENDED_SET_STATES,
} from '../../../src/entities/change-set.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { openTestDatabase } from '../../kit/database.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const isEnded = (state: ChangeSetState) => (ENDED_SET_STATES as readonly string[]).includes(state)

/** A set that stands there, in the hands of a worker whose token is 1. */
async function setAt(state: ChangeSetState): Promise<ChangeSet> {
  const set = await insertSet(database, {
    ...{ id: randomUUID(), hotelId: randomUUID(), provider: 'mock', account: 'a', action: 'BOOKING_CANCEL' },
    ...{ source: 'SELECTION', options: {}, reason: null, requestedBy: 'tester', canary: 5, stopPercent: 5 },
    ...{ total: 1, undoOf: null },
  })
  await database.query(
    `UPDATE pms_change_set SET state = $2, lease_token = 1, preview_hash = 'h', ended_at = CASE WHEN $3 THEN now() END
     WHERE id = $1`,
    [set.id, state, isEnded(state)],
  )
  return set
}

const rowOf = async ({ id }: ChangeSet) => (await database.query('SELECT * FROM pms_change_set WHERE id = $1', [id]))[0]
const MOVES = Object.keys(CHANGE_SET_MOVES) as ChangeSetMove[]

describe.each(CHANGE_SET_STATES)('a set at %s', (state) => {
  const may = (name: ChangeSetMove) => (CHANGE_SET_MOVES[name].from as readonly ChangeSetState[]).includes(state)

  it.each(MOVES)('%s', async (name) => {
    const set = await setAt(state)
    const before = await rowOf(set)
    const moved = await moveSet(database, { id: set.id, leaseToken: 1 }, name)
    if (!may(name)) {
      expect(moved).toBeNull()
      expect(await rowOf(set)).toEqual(before)
      return
    }
    const { to } = CHANGE_SET_MOVES[name]
    expect(moved).toMatchObject({ state: to, leaseToken: 2, leaseExpiresAt: null })
    expect(moved?.endedAt !== null).toBe(isEnded(to))
  })

  it.each(MOVES.filter(may))('%s is not for a worker who had it before', async (name) => {
    const set = await setAt(state)
    const before = await rowOf(set)
    expect(await moveSet(database, { id: set.id, leaseToken: 0 }, name)).toBeNull()
    expect(await rowOf(set)).toEqual(before)
  })
})

it('what has ended stays as it is', () => {
  const out = MOVES.filter((name) => (CHANGE_SET_MOVES[name].from as readonly ChangeSetState[]).some(isEnded))
  expect(out).toEqual([])
})

it('of a connection one is under way at a time', async () => {
  const [one, other] = [await setAt('PREVIEWED'), await setAt('PREVIEWED')]
  await database.query('UPDATE pms_change_set SET hotel_id = $2 WHERE id = $1', [other.id, one.hotelId])
  await moveSet(database, { id: one.id, leaseToken: null }, 'run')
  await expect(moveSet(database, { id: other.id, leaseToken: null }, 'run')).rejects.toMatchObject({ code: '23505' })
  await moveSet(database, { id: one.id, leaseToken: null }, 'cancel')
  expect(await moveSet(database, { id: other.id, leaseToken: null }, 'run')).toMatchObject({ state: 'RUNNING' })
})
