import type { Connection } from '../../configurations/connection.ts'
import { LANES, laneOf, type SyncLog } from '../../entities/sync-log.ts'
import { PmsIntegrationError } from '../../errors.ts'
import type { ProviderContext } from '../../providers/provider.ts'
import type { WaitNotice } from '../../providers/transport/http.ts'
import { AnswerTooLarge } from '../../providers/transport/large-answers/answer-too-large.ts'
import { Parked } from '../../providers/transport/parked.ts'
import { LONGEST_WAIT_MS } from '../../providers/transport/retry-after.ts'
import { type Checkpoint, startOfWalk, watchCursor } from '../store/checkpoint.ts'
import { hasOpenFailures } from '../store/failures.ts'
import { restartRun } from '../store/held-runs.ts'
import { validatePage } from '../store/validate.ts'
import { announceChanged, announceProjected, announceRows } from './announce.ts'
import { rankOf } from './pacing/hands.ts'
import { leaseLost, type PageInput, type PageTarget, writePage } from './page.ts'
import { askedOf } from './plan.ts'
import { readAhead, type TimedPage } from './read-ahead.ts'
import { readsAll } from './reads-all.ts'
import { replayOf, replayPages } from './replay-failures.ts'
import type { ActiveRun } from './slice.ts'

/**
 * Fetches and stores page after page.
 * @returns where the walk ended; null when the run makes room for others before
 */
export async function walkPages(run: ActiveRun, connection: Connection, from: Checkpoint): Promise<Checkpoint | null> {
  const { deps, log, hold } = run
  using source = abortScope(hold.signal)
  const ctx = deps.openContext({
    adapter: deps.adapters(log.provider),
    connection,
    signal: source.signal,
    onWait: (notice) => waited(run, notice),
    parking: run.parking,
    goesLast: laneOf(log) === LANES.CALENDAR,
  })
  try {
    return await walkInPages(run, ctx, from)
  } catch (error) {
    if (!isDeadCursor(error, from, run)) throw error
    deps.log.warn({ syncLogId: log.id }, 'The vendor no longer knows where this walk stopped; it begins again')
    return walkInPages(run, ctx, await beginAgain(run, from))
  }
}

/** A page that is too large is asked for in smaller ones, from where it would have begun. */
async function walkInPages(run: ActiveRun, ctx: ProviderContext, from: Checkpoint): Promise<Checkpoint | null> {
  try {
    return await walkFrom(run, ctx, from)
  } catch (error) {
    const smaller = error instanceof AnswerTooLarge ? run.parking.smaller(run.at ?? from, error) : null
    if (smaller === null) throw error
    run.deps.log.info({ syncLogId: run.log.id, limit: smaller.pageLimit }, 'A page of the PMS is too large')
    return walkInPages(run, ctx, smaller)
  }
}

/** The first request after a resume was refused: the place to resume from is gone, not the vendor. */
function isDeadCursor(error: unknown, resumedFrom: Checkpoint, run: ActiveRun): boolean {
  const code = error instanceof PmsIntegrationError ? error.code : null
  const stoodStill = resumedFrom.cursor !== null && run.log.attempts > 0
  return stoodStill && (code === 'PROVIDER_CURSOR_INVALID' || code === 'PROVIDER_REJECTED')
}

async function beginAgain(run: ActiveRun, { since, range }: Checkpoint): Promise<Checkpoint> {
  const { deps, lease } = run
  const log = await deps.database.transaction((tx) => restartRun(tx, lease))
  if (log === null) throw leaseLost()
  run.log = log
  return { ...startOfWalk(since, deps.clock.now()), range }
}

/** While one page is being stored, the next one is fetched and mapped. */
async function walkFrom(run: ActiveRun, ctx: ProviderContext, from: Checkpoint): Promise<Checkpoint | null> {
  run.at = from
  if (from.done) return from
  const { deps, hold, entity, log } = run
  const adapter = deps.adapters(log.provider)
  const { limit } = askedOf(log)
  const settleFailures = await hasOpenFailures(deps.database, log)
  const probe = log.beganEmpty !== true
  const isFullWalk = log.operation === 'FULL'
  const fullSince = isFullWalk ? from.until : null
  const target = { probe, settleFailures, fullSince, noteSeen: readsAll(run) && limit === undefined && probe }
  let left = (limit ?? Number.POSITIVE_INFINITY) - log.itemsProcessed
  let checkpoint = from
  let storing = Promise.resolve()
  try {
    for await (const fetched of pagesOf(run, ctx, from, limit ?? null)) {
      hold.signal.throwIfAborted()
      run.parking.pageCame()
      await run.hands.take()
      const items = fetched.items.slice(0, left)
      left -= items.length
      checkpoint = after(checkpoint, fetched, items.length < fetched.items.length)
      checkEnds(checkpoint, fetched, run.log)
      const page = validatePage(entity, adapter, items, ctx, fetched.fetchedAt)
      await storing
      storing = store(run, { page, fetched, checkpoint }, target)
      storing.catch(() => {}) // thrown where it is awaited
      if (left === 0 || checkpoint.done) break
      // Thrown once the page is stored, which keeps what the vendor was asked to prepare.
      if (fetched.waitMs !== undefined) throw notReady(fetched.waitMs)
      // Decided before the next page is asked for, so that no request is wasted.
      if (run.options.isOver?.()) return null
    }
  } finally {
    await storing
  }
  return checkpoint
}

async function store(
  run: ActiveRun,
  input: PageInput,
  flags: Pick<PageTarget, 'probe' | 'noteSeen' | 'settleFailures' | 'fullSince'>,
) {
  const { entity, lease, log: before, gates, hold } = run
  using _page = run.hands.pass()
  using _write = await gates.writes.enter(rankOf(before, before.sequence), hold.signal)
  const { items } = input.page
  const facts = { 'pms.page': input.checkpoint.pages, 'pms.page.items': items.length }
  const target = { entity, lease, log: before, ...flags }
  const { log, rows, projected, goneIds } = await run.deps.tracing.span('sync.page', { facts }, () =>
    writePage(run.deps.database, target, input),
  )
  run.log = log
  run.at = input.checkpoint
  run.hold.progressed()
  run.reporter.page(log)
  announceRows(run.deps, log, rows)
  announceProjected(run.deps, log, projected)
  announceChanged(run.deps, log, goneIds)
}

function pagesOf(run: ActiveRun, ctx: ProviderContext, from: Checkpoint, limit: number | null) {
  if (run.log.operation === 'REPLAY') return replayPages(run.deps.database, replayOf(run.log), from.cursor)
  const fetch = run.deps.adapters(run.log.provider).fetch[run.entity.kind]
  if (fetch === undefined) {
    throw new PmsIntegrationError('UNSUPPORTED_CAPABILITY', `The provider has no ${run.entity.kind}.`)
  }
  const { since, until, cursor, pageLimit, range = null } = from
  const { hold, deps, options } = run
  return readAhead(
    fetch(ctx, { since, until, cursor, range, limit: smallest(limit, pageLimit) }),
    hold.signal,
    deps.clock,
    options.place,
  )
}

const smallest = (limit: number | null, pageLimit: number | null | undefined) =>
  pageLimit ? Math.min(pageLimit, limit ?? pageLimit) : limit

function notReady(waitMs: number): Parked {
  const failure = new PmsIntegrationError('PROVIDER_TIMEOUT', 'The PMS has not prepared its answer yet.')
  return new Parked({ reason: 'PENDING', waitMs: Math.min(waitMs, LONGEST_WAIT_MS), isRetry: false, failure })
}

function after(checkpoint: Checkpoint, { cursor, waitMs }: TimedPage, isCut: boolean): Checkpoint {
  const watch = cursor === null ? null : waitMs === undefined ? watchCursor(checkpoint.watch, cursor) : checkpoint.watch
  return { ...checkpoint, cursor, pages: checkpoint.pages + 1, done: cursor === null && !isCut, watch }
}

/** A vendor may step back once, when its list moves; the same page for the third time is a circle. */
const MAX_REPEATS = 2
/** More than this beyond what the vendor announced, and its list has no end. */
const BEYOND_TOTAL = 10_000

function checkEnds({ watch }: Checkpoint, { total }: TimedPage, { itemsProcessed }: SyncLog): void {
  if (watch && watch.repeats >= MAX_REPEATS) {
    throw new PmsIntegrationError('PROVIDER_BAD_RESPONSE', 'The PMS gave the same page for the third time.')
  }
  if (total !== undefined && itemsProcessed > 2 * total + BEYOND_TOTAL) {
    const message = `The PMS announced ${total} items and gave ${itemsProcessed}; its list has no end.`
    throw new PmsIntegrationError('PROVIDER_BAD_RESPONSE', message)
  }
}

function waited(run: ActiveRun, notice: WaitNotice): void {
  run.hold.progressed(Math.max(notice.until.getTime() - run.deps.clock.now().getTime(), 0))
  run.reporter.waiting(notice)
}

/** A signal that also aborts at the end of its scope, so that a request still under way does not outlive the walk. */
function abortScope(parent: AbortSignal): Disposable & { signal: AbortSignal } {
  const controller = new AbortController()
  const signal = AbortSignal.any([parent, controller.signal])
  return { signal, [Symbol.dispose]: () => controller.abort(new Error('The walk has ended')) }
}
