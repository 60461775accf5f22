import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANGE_MOVES, type ChangeMove } from '../../src/changes/parts/life.ts'
import { insertion, move, type NewChange } from '../../src/changes/parts/rows.ts'
import { CHANGE_STATES, type Change, type ChangeState, ENDED_CHANGE_STATES } from '../../src/entities/change.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { openTestDatabase } from '../kit/database.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const isEnded = (state: ChangeState) => (ENDED_CHANGE_STATES as readonly string[]).includes(state)

/** A change that stands there, in the hands of a worker whose token is 1. */
async function changeAt(state: ChangeState): Promise<Change> {
  const wish: NewChange = {
    id: randomUUID(),
    ...{ hotelId: randomUUID(), provider: 'mock', account: 'a', entityType: 'BOOKING', entityId: randomUUID() },
    ...{ externalId: 'B-1', action: 'BOOKING_CANCEL', groups: ['STATUS'], base: {}, wanted: {}, theirs: null },
    ...{ options: {}, state: 'PENDING', waitingFor: null, lifetimeMs: 3_600_000 },
    ...{ requestedBy: 'tester', reason: null, undoOf: null },
  }
  const { text, params } = insertion([wish])
  const [change] = (await database.query<Change>(text, params)) as [Change]
  await database.query(
    `UPDATE pms_change SET state = $2, lease_token = 1, sent_at = now(), ended_at = CASE WHEN $3 THEN now() END WHERE id = $1`,
    [change.id, state, isEnded(state)],
  )
  return change
}

const rowOf = async ({ id }: Change) => (await database.query('SELECT * FROM pms_change WHERE id = $1', [id]))[0]
const MOVES = Object.keys(CHANGE_MOVES) as ChangeMove[]

describe.each(CHANGE_STATES)('a change at %s', (state) => {
  const may = (name: ChangeMove) => (CHANGE_MOVES[name].from as readonly ChangeState[]).includes(state)

  it.each(MOVES)('%s', async (name) => {
    const change = await changeAt(state)
    const before = await rowOf(change)
    const moved = await move(database, { id: change.id, leaseToken: 1 }, name)
    if (!may(name)) {
      expect(moved).toBeNull()
      expect(await rowOf(change)).toEqual(before)
      return
    }
    const { to } = CHANGE_MOVES[name]
    expect(moved).toMatchObject({ state: to, leaseToken: 2, leaseExpiresAt: null })
    expect(moved?.endedAt !== null).toBe(isEnded(to))
  })

  it.each(MOVES.filter(may))('%s is not for a worker who had it before', async (name) => {
    const change = await changeAt(state)
    const before = await rowOf(change)
    expect(await move(database, { id: change.id, leaseToken: 0 }, name)).toBeNull()
    expect(await rowOf(change)).toEqual(before)
  })
})

it('what has ended stays as it is', () => {
  const out = MOVES.filter((name) => (CHANGE_MOVES[name].from as readonly ChangeState[]).some(isEnded))
  expect(out).toEqual([])
})
