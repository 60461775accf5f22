import type { ChangeWait } from '../../../entities/change.ts'
import type { ChangeSet } from '../../../entities/change-set.ts'
import { type ErrorCode, type PmsIntegrationError, toPmsError } from '../../../errors.ts'
import { audit } from '../../../hotels/audit.ts'
import type { ScopedTransaction, Sql } from '../../../platform/database/database.ts'
import type { ChangeDeps } from '../../parts/deps.ts'
import { announceSet } from '../announce.ts'
import type { ChangeSetMove } from '../life.ts'
import { dropDrafts, moveSet, SET_COLUMNS } from '../rows.ts'
import { requireSetDesk } from '../set-desk.ts'
import { releaseItems } from './release.ts'
import { countDone, countRefusals, countToRelease, isOverLimit, readStanding } from './standing.ts'
import { giveUpItems, holdItems, NO_REASON } from './take-back.ts'

/** How long a set is left alone that nothing happens to. */
const IDLE_MS = 2_000

/** Sets that run and were left alone for long enough. */
export async function findIdleSets(sql: Sql): Promise<{ id: string; hotelId: string }[]> {
  return sql.query(
    `SELECT s.id, s.hotel_id AS "hotelId" FROM pms_change_set s WHERE s.state = 'RUNNING' AND s.ready_at <= now()
     ORDER BY s.ready_at LIMIT 100`,
  )
}

/**
 * Brings a set that runs as far as it comes without the PMS: lets its next items be sent, stops it where too much is
 * refused, and ends it when nothing is left. One worker at a time; it does nothing to any other set.
 */
export async function advanceSet(deps: ChangeDeps, id: string): Promise<void> {
  const hindrance = await findHindrance(deps, id)
  const advanced = await deps.database.transaction(async (tx) => {
    const [set] = await tx.query<ChangeSet>(
      `UPDATE pms_change_set s SET ready_at = now() + $2 * interval '1 ms'
       WHERE s.id = (SELECT id FROM pms_change_set WHERE id = $1 AND state = 'RUNNING' FOR UPDATE SKIP LOCKED)
       RETURNING ${SET_COLUMNS}`,
      [id, IDLE_MS],
    )
    if (set === undefined) return null
    return hindrance === null ? advance(deps, tx, set) : hinder(tx, set, hindrance)
  })
  if (advanced === null) return
  announceSet(deps, advanced.set)
  const [first] = advanced.released
  if (first !== undefined) await deps.enqueueChange(first)
}

interface Advanced {
  readonly set: ChangeSet
  /** Ids of the items that may be sent from now on. */
  readonly released: readonly string[]
}

async function advance(deps: ChangeDeps, tx: ScopedTransaction, set: ChangeSet): Promise<Advanced | null> {
  const standing = await readStanding(tx, set)
  const refused = standing.ended === 0 ? 0 : await countRefusals(tx, set)
  if (isOverLimit(set, standing, refused)) return stop(tx, set, refused)
  const { batch = 1 } = deps.adapters(set.provider).write?.[set.action] ?? {}
  const released = await releaseItems(tx, set, countToRelease(set, standing, batch))
  return released.length + standing.underWay === 0 ? end(tx, set) : { set, released }
}

async function stop(tx: ScopedTransaction, set: ChangeSet, refused: number): Promise<Advanced | null> {
  const because = {
    errorCode: 'TOO_MANY_REFUSED',
    error: `${refused} of the last items were refused, and at most ${set.stopPercent} % may be.`,
  } as const
  const stopped = await moveSet(tx, { id: set.id, leaseToken: null }, 'stop', because)
  if (stopped === null) return null
  await giveUpItems(tx, stopped, because)
  auditSet(tx, stopped, 'change-set.stopped', null, because)
  return { set: stopped, released: [] }
}

async function end(tx: ScopedTransaction, set: ChangeSet): Promise<Advanced | null> {
  const { total, done } = await countDone(tx, set)
  const name: ChangeSetMove = done === total ? 'finish' : 'fallShort'
  const ended = await moveSet(tx, { id: set.id, leaseToken: null }, name)
  if (ended === null) return null
  await dropDrafts(tx, ended, NO_REASON)
  auditSet(tx, ended, 'change-set.ended', null, { total, done })
  return { set: ended, released: [] }
}

/** What the hotel has decided meanwhile. */
const WAITS: Partial<Record<ErrorCode, ChangeWait>> = {
  CONFIGURATION_DISABLED: 'PAUSED',
  WRITES_DISABLED: 'WRITES_OFF',
}

async function findHindrance(deps: ChangeDeps, id: string): Promise<PmsIntegrationError | null> {
  const [set] = await deps.database.query<ChangeSet>(`SELECT ${SET_COLUMNS} FROM pms_change_set s WHERE s.id = $1`, [
    id,
  ])
  if (set === undefined) return null
  try {
    await requireSetDesk(deps, set)
    return null
  } catch (error) {
    const { code } = toPmsError(error)
    // Another account ends it where the account is changed.
    if (WAITS[code] === undefined) return null
    return toPmsError(error)
  }
}

/** Nothing of it goes on by itself once it may again: a person looks first. */
async function hinder(tx: ScopedTransaction, set: ChangeSet, why: PmsIntegrationError): Promise<Advanced | null> {
  const { code: errorCode, message: error } = why
  const noted = { errorCode, error, waitingFor: WAITS[errorCode] ?? null }
  const paused = await moveSet(tx, { id: set.id, leaseToken: null }, 'pause', noted)
  if (paused === null) return null
  await holdItems(tx, paused)
  auditSet(tx, paused, 'change-set.paused', null, { errorCode })
  return { set: paused, released: [] }
}

/** Never a value of an item. @param actor null: the course of things */
export function auditSet(
  tx: ScopedTransaction,
  { id: changeSetId, hotelId, provider, action }: ChangeSet,
  what: Parameters<typeof audit>[1]['action'],
  actor: string | null,
  more: Readonly<Record<string, string | number | null>> = {},
): void {
  audit(tx, { hotelId, actor, action: what, details: { changeSetId, provider, action, ...more } })
}
