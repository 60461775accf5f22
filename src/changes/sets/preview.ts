import type { Change } from '../../entities/change.ts'
import type { ChangeSet } from '../../entities/change-set.ts'
import { toPmsError } from '../../errors.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { Facts } from '../../providers/write.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { type OpenDesk, openDesk } from '../parts/open.ts'
import { WAITS, waitMs } from '../sending/failure.ts'
import { announceSet } from './announce.ts'
import { previewHash, type ShownItem } from './hash.ts'
import { judgeDraft, type Verdict } from './judge.ts'
import { findSet, moveSet, SET_COLUMNS } from './rows.ts'
import { requireSetDesk } from './set-desk.ts'
import { strandSet } from './strand.ts'

/** How many items are looked at between two checkpoints; half as many each time that a page came to nothing. */
const PAGE = 50
/** Nobody waits for a look as for a change, and only its own place is held meanwhile. */
const MAX_WAIT_MS = 30_000
/** So often a page of which nothing can be told is tried again. */
const PATIENCE = 3
const HASHED_AT_ONCE = 1_000

/** An item that has not been looked at, with its change. */
type Draft = Pick<Change, 'id' | 'externalId' | 'action' | 'groups' | 'base' | 'wanted' | 'options'> & {
  readonly line: number
}

/**
 * Looks at what is left of a set that this worker has claimed, page after page; where it stops, the next one goes on.
 * @returns the set as it stands then; only a lost database is thrown
 */
export async function workOnPreview(deps: ChangeDeps, claimed: ChangeSet, signal: AbortSignal): Promise<ChangeSet> {
  let set = claimed
  const page = Math.max(1, Math.floor(PAGE / 2 ** (claimed.attempts - 1)))
  try {
    const options = { signal, isOfSet: true, maxWaitMs: MAX_WAIT_MS }
    const desk = openDesk(deps, await requireSetDesk(deps, set), options)
    for (;;) {
      const drafts = await nextDrafts(deps.database, set, page)
      if (drafts.length === 0) return await show(deps, set)
      const looked = await lookAtPage(desk, drafts, claimed.attempts)
      const noted = await note(deps, set, drafts, looked)
      if (noted === null) return await currentSet(deps, set)
      set = noted
      announceSet(deps, set)
      if (signal.aborted) throw signal.reason
    }
  } catch (error) {
    return afterFailure(deps, set, error)
  }
}

function nextDrafts(sql: Sql, { hotelId, id, lookedLine }: ChangeSet, page: number): Promise<Draft[]> {
  return sql.query<Draft>(
    `SELECT i.line, c.id, c.external_id AS "externalId", c.action, c.groups, c.base, c.wanted, c.options
     FROM pms_change_set_item i JOIN pms_change c ON c.id = i.change_id
     WHERE i.hotel_id = $1 AND i.set_id = $2 AND i.line > $3 ORDER BY i.line LIMIT $4`,
    [hotelId, id, lookedLine, page],
  )
}

interface Looked extends Verdict {
  readonly facts: Facts | null
  /** Why nothing can be told of it. */
  readonly thrown?: unknown
}

/** A PMS that has nothing to say of any of them is likelier to be out of order than all of them are. */
async function lookAtPage(desk: OpenDesk, drafts: readonly Draft[], attempts: number): Promise<Looked[]> {
  const looked = await lookAtAll(desk, drafts)
  const [first] = looked
  if (attempts > PATIENCE || first === undefined || !looked.every(({ thrown }) => thrown !== undefined)) return looked
  throw first.thrown
}

/** What makes the look at all of them fail is looked for: that one is refused, and not the others with it. */
async function lookAtAll(desk: OpenDesk, drafts: readonly Draft[]): Promise<Looked[]> {
  try {
    const targets = drafts.map(({ externalId, wanted }) => ({ externalId, wanted: wanted ?? {} }))
    const found = await desk.write.read(desk.ctx, targets)
    return drafts.map((draft) => {
      const facts = found.get(draft.externalId) ?? null
      return { facts, ...judgeDraft(desk, draft, facts) }
    })
  } catch (thrown) {
    const { code, message } = toPmsError(thrown)
    if (!OF_ONE.has(code)) throw thrown
    if (drafts.length === 1) return [{ facts: null, outcome: 'REFUSED', errorCode: code, error: message, thrown }]
    const half = Math.ceil(drafts.length / 2)
    return [...(await lookAtAll(desk, drafts.slice(0, half))), ...(await lookAtAll(desk, drafts.slice(half)))]
  }
}

/** May be about a single thing among those that were asked for. */
const OF_ONE: ReadonlySet<string> = new Set(['PROVIDER_REJECTED', 'PROVIDER_BAD_RESPONSE', 'RECORD_INVALID'])

/** All of a page and how far it is: one transaction. Null: somebody else has the set. */
function note(
  { database, changeTiming }: ChangeDeps,
  set: ChangeSet,
  drafts: readonly Draft[],
  looked: readonly Looked[],
): Promise<ChangeSet | null> {
  return database.transaction(async (tx) => {
    const [noted] = await tx.query<ChangeSet>(
      `UPDATE pms_change_set s SET looked_line = $3, updated_at = now(), attempts = 0, waiting_for = NULL, error_code = NULL,
         error = NULL, lease_expires_at = now() + $4 * interval '1 ms'
       WHERE s.id = $1 AND s.lease_token = $2 AND s.state = 'DRAFT' RETURNING ${SET_COLUMNS}`,
      [set.id, set.leaseToken, drafts.at(-1)?.line, changeTiming.leaseMs],
    )
    if (noted === undefined) return null
    const rows = looked.map(({ facts, outcome, errorCode, error }, at) => ({
      ...{ change_id: drafts[at]?.id, outcome, error_code: errorCode, error, theirs: facts?.values ?? null },
      ...{ modified_at: facts?.modifiedAt ?? null, alike: facts?.alike ?? null },
    }))
    await tx.query(
      `WITH looked AS (
         SELECT * FROM jsonb_to_recordset($3::jsonb) AS l (change_id uuid, outcome text, error_code text, error text,
           theirs jsonb, modified_at timestamptz, alike jsonb)
       ), noted AS (
         UPDATE pms_change_set_item i SET outcome = l.outcome, error_code = l.error_code, error = l.error
         FROM looked l WHERE i.hotel_id = $1 AND i.set_id = $2 AND i.change_id = l.change_id
       )
       UPDATE pms_change c SET theirs = l.theirs, theirs_modified_at = l.modified_at, alike = l.alike, updated_at = now()
       FROM looked l WHERE c.id = l.change_id AND c.state = 'DRAFT'`,
      [set.hotelId, set.id, JSON.stringify(rows)],
    )
    return noted
  })
}

/** All has been looked at: what a person is shown is named by its hash. */
async function show(deps: ChangeDeps, set: ChangeSet): Promise<ChangeSet> {
  const shown = await deps.database.transaction(
    async (tx) => {
      const hash = previewHash(set)
      for await (const items of shownItems(tx, set)) hash.add(items)
      const { id, leaseToken } = set
      const noted = { previewHash: hash.digest(), errorCode: null, error: null, attempts: 0 }
      return moveSet(tx, { id, leaseToken }, 'show', { ...noted, also: ['previewed_at = now()'] })
    },
    { isLong: true },
  )
  if (shown === null) return currentSet(deps, set)
  announceSet(deps, shown)
  return shown
}

async function* shownItems(sql: Sql, { hotelId, id }: ChangeSet) {
  for (let line = 0; ; ) {
    const items = await sql.query<ShownItem>(
      `SELECT i.line, i.change_id AS "changeId", i.outcome, c.wanted, c.theirs
       FROM pms_change_set_item i LEFT JOIN pms_change c ON c.id = i.change_id
       WHERE i.hotel_id = $1 AND i.set_id = $2 AND i.line > $3 ORDER BY i.line LIMIT ${HASHED_AT_ONCE}`,
      [hotelId, id, line],
    )
    yield items
    if (items.length < HASHED_AT_ONCE) return
    line = items.at(-1)?.line ?? 0
  }
}

/** It goes on from where it is when what was in the way has passed. */
async function afterFailure(deps: ChangeDeps, set: ChangeSet, thrown: unknown): Promise<ChangeSet> {
  const error = toPmsError(thrown)
  if (error.code === 'ACCOUNT_CHANGED') return strand(deps, set)
  if (error.code === 'INTERNAL_SERVER_ERROR') deps.log.error({ err: thrown, changeSetId: set.id }, 'A preview failed')
  const isOurs = error.code === 'SERVICE_UNAVAILABLE'
  const waitingFor = isOurs ? null : (WAITS[error.code] ?? 'PMS_DOWN')
  const [waiting] = await deps.database.query<ChangeSet>(
    `UPDATE pms_change_set s SET waiting_for = $3, error_code = $4, error = $5, updated_at = now(), lease_expires_at = NULL,
       lease_token = s.lease_token + 1, ready_at = now() + $6 * interval '1 ms'
     WHERE s.id = $1 AND s.lease_token = $2 AND s.state = 'DRAFT' RETURNING ${SET_COLUMNS}`,
    [
      ...[set.id, set.leaseToken, waitingFor, isOurs ? null : error.code, isOurs ? null : error.message],
      isOurs ? 0 : waitMs(deps, set, waitingFor ?? 'PMS_DOWN', error),
    ],
  )
  if (waiting === undefined) return currentSet(deps, set)
  announceSet(deps, waiting)
  return waiting
}

/** The account was changed while the set was made. */
async function strand(deps: ChangeDeps, set: ChangeSet): Promise<ChangeSet> {
  const { id, leaseToken } = set
  const stranded = await deps.database.transaction((tx) => strandSet(tx, { id, leaseToken }))
  if (stranded === null) return currentSet(deps, set)
  announceSet(deps, stranded)
  return stranded
}

/** As it is by now; as it was when it is gone with its hotel. */
const currentSet = async ({ database }: ChangeDeps, set: ChangeSet): Promise<ChangeSet> =>
  (await findSet(database, set.id)) ?? set
