import type { SyncLog } from '../../entities/sync-log.ts'
import { PmsIntegrationError } from '../../errors.ts'
import type { Sql } from '../../platform/database/database.ts'
import { retryOutage } from '../../platform/database/errors.ts'
import type { JsonObject } from '../../records/common.ts'
import type { RowKind } from '../../records/entity-type.ts'
import type { Checkpoint } from '../store/checkpoint.ts'
import { CANCELLED, type Ending, end, type Lease, OVER_TIME } from '../store/held-runs.ts'
import { findRun } from '../store/runs.ts'
import { silenceUnseen } from '../store/spans/silence-unseen.ts'
import { forgetSeen, setTombstones, type TombstoneOutcome } from '../store/tombstones.ts'
import { announceChanged, announceEnd } from './announce.ts'
import { notePageLimit, noteProven, noteRetry } from './configuration-notes.ts'
import type { StopReason } from './lease-keeper.ts'
import { askedOf, provenUntil } from './plan.ts'
import { readsAll } from './reads-all.ts'
import type { ActiveRun } from './slice.ts'

/** Closes a walk that came to its end: tombstones, watermark and final state in one transaction. */
export async function endWalk(run: ActiveRun, walk: Checkpoint): Promise<SyncLog> {
  run.reporter.finishing()
  const { deps, lease } = run
  const close = async (tx: Sql) => {
    const tombstones = await tombstonesOf(tx, run, walk)
    const watermarkAt = await provenUntil(tx, run.log, walk)
    if (watermarkAt !== null) await noteProven(tx, run.log, watermarkAt)
    await notePageLimit(tx, run.log, walk, deps.adapters(run.log.provider).limits.pageSize)
    await forgetSeen(tx, run.log.id)
    const log = await endOrLose(tx, lease, { ...endingOf(run.log, tombstones), watermarkAt })
    return { log, gone: tombstones?.kind === 'APPLIED' ? tombstones.ids : [] }
  }
  const { log, gone } = await retryOutage(() => deps.database.transaction(close, { isLong: true }))
  announceChanged(deps, log, gone)
  return ended(run, log)
}

/** Closes a run that was stopped or failed. What it stored stays, and so does its checkpoint. */
export async function endFailed(run: ActiveRun, stop: StopReason | null, error: PmsIntegrationError): Promise<SyncLog> {
  const { deps, lease } = run
  // What was stopped ends with an error of its own making.
  if (error.code === 'INTERNAL_SERVER_ERROR' && stop === null)
    deps.log.error({ err: error.cause ?? error, syncLogId: lease.syncLogId }, 'A sync met a bug')
  const log = await retryOutage(() =>
    deps.database.transaction(async (tx) => {
      await forgetSeen(tx, lease.syncLogId)
      const log = await endOrLose(tx, lease, failureOf(stop, error))
      if (log.status === 'FAILED' && error.retryable) await noteRetry(tx, log, deps.random)
      return log
    }),
  )
  return ended(run, log)
}

async function ended(run: ActiveRun, log: SyncLog): Promise<SyncLog> {
  announceEnd(run.deps, log)
  await run.reporter.ended(log)
  return log
}

async function endOrLose(tx: Sql, lease: Lease, ending: Ending): Promise<SyncLog> {
  const log = (await end(tx, lease, ending)) ?? (await endedBefore(tx, lease))
  if (log === null) throw new PmsIntegrationError('SYNC_LEASE_LOST', 'Another worker has taken this run over.')
  return log
}

/** The commit of the first try went through, although its answer was lost. */
async function endedBefore(tx: Sql, lease: Lease): Promise<SyncLog | null> {
  const log = await findRun(tx, lease.syncLogId)
  return log?.leaseToken === lease.token && log.status !== 'RUNNING' ? log : null
}

/** Only a walk that began at nothing and left nothing out can tell what is gone. */
async function tombstonesOf(tx: Sql, run: ActiveRun, walk: Checkpoint): Promise<TombstoneOutcome | null> {
  const { deps, entity, log } = run
  const { acceptDeletions = false, limit } = askedOf(log)
  if (!readsAll(run) || limit !== undefined || !walk.done || log.beganEmpty) return null
  if (entity.store === 'SPANS') return silenceUnseen(tx, entity, log, walk, acceptDeletions)
  const proof = deps.adapters(log.provider).proves?.[entity.kind as RowKind] ?? null
  return proof === 'NOTHING' ? null : setTombstones(tx, entity, log, walk, { acceptDeletions, days: proof })
}

function endingOf(log: SyncLog, tombstones: TombstoneOutcome | null): Ending {
  const problems = [failedItems(log), brakeHeld(tombstones)].filter((problem) => problem !== null)
  return {
    status: problems.length === 0 ? 'COMPLETED' : 'PARTIAL',
    errorSummary: problems.length === 0 ? null : problems.join(' '),
    deleted: tombstones?.kind === 'APPLIED' ? tombstones.deleted : 0,
    metadata: tombstones === null ? {} : { tombstones: summaryOf(tombstones) },
  }
}

function failedItems(log: SyncLog): string | null {
  if (log.itemsFailed === 0) return null
  return `${log.itemsFailed} of ${log.itemsProcessed} items could not be stored; they are kept as failures.`
}

function brakeHeld(tombstones: TombstoneOutcome | null): string | null {
  if (tombstones?.kind !== 'NEEDS_REVIEW') return null
  const { candidates, allowed } = tombstones
  return `${candidates} rows are gone at the vendor, more than the ${allowed} that a sync may delete by itself; none was. Run a full sync with acceptDeletions to confirm.`
}

function summaryOf(tombstones: TombstoneOutcome): JsonObject {
  return tombstones.kind === 'APPLIED' ? { kind: 'APPLIED', deleted: tombstones.deleted } : { ...tombstones }
}

function failureOf(stop: StopReason | null, error: PmsIntegrationError): Ending {
  if (stop === 'CANCELLED') return CANCELLED
  if (stop === 'OVER_TIME') return OVER_TIME
  if (stop === 'STALLED') {
    return { status: 'FAILED', errorCode: 'SYNC_STALLED', errorSummary: 'No page could be stored for too long.' }
  }
  return { status: 'FAILED', errorCode: error.code, errorSummary: error.message }
}
