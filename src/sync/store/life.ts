/**
 * The life of a run: where it can stand, what moves it, and who may.
 *
 * ```
 *                     ┌───────────────── yield ─────────────────┐
 *                     ▼                                         │
 *   (request) ────▶  DUE  ───────────── claim ──────────────▶  HELD ─┐ beat, page
 *                     ▲                                       ▲ │ │ ◀┘
 *     time, wake      │                      ┌──── claim ─────┘ │ │
 *                     │                      │                  │ │
 *                  PARKED ◀──── park ────────┼──────────────────┤ └── time ──▶ ORPHANED
 *                                            └──────────────────┼──────────────────┘
 *                                                               │
 *   DUE, PARKED, ORPHANED ── cancel, expire ──▶  ENDED  ◀─ end ─┘
 *   any of the four ───────── supersede ───────▶  ENDED
 * ```
 *
 * A row tells its state by three columns: `status`, `lease_expires_at` and `ready_at`; every row is in exactly one. Every
 * statement that moves a run takes its condition from here, so that the database refuses what is not on this page,
 * whoever asks.
 */
const ACTIVE = `status IN ('QUEUED', 'RUNNING')`

export const RUN_STATES = {
  /** A worker may take it. */
  DUE: `${ACTIVE} AND lease_expires_at IS NULL AND ready_at <= now()`,
  /** A worker has it. */
  HELD: `${ACTIVE} AND lease_expires_at > now()`,
  /** It waits for its vendor, and no worker waits with it. */
  PARKED: `${ACTIVE} AND lease_expires_at IS NULL AND ready_at > now()`,
  /** The worker that had it is gone. */
  ORPHANED: `${ACTIVE} AND lease_expires_at <= now()`,
  /** For good. */
  ENDED: `NOT ${ACTIVE}`,
} as const
export type RunState = keyof typeof RUN_STATES

/**
 * WORKER: any of them. HOLDER: the one with the run's token, also when its lease is over and nobody was faster. SWEEP: any
 * worker, once a second. CREDENTIAL: another run that found the vendor well again. TIME asks nobody.
 */
export type Mover = 'WORKER' | 'HOLDER' | 'PERSON' | 'SWEEP' | 'CREDENTIAL' | 'TIME'

interface Move {
  readonly from: readonly RunState[]
  /** Null: it stays where it is. */
  readonly to: RunState | null
  readonly by: readonly Mover[]
}

const HELD_OR_LATE = ['HELD', 'ORPHANED'] as const
const IN_NO_HANDS = ['DUE', 'PARKED', 'ORPHANED'] as const

export const RUN_MOVES = {
  claim: { from: ['DUE', 'ORPHANED'], to: 'HELD', by: ['WORKER'] },
  beat: { from: HELD_OR_LATE, to: 'HELD', by: ['HOLDER'] },
  page: { from: HELD_OR_LATE, to: null, by: ['HOLDER'] },
  yield: { from: HELD_OR_LATE, to: 'DUE', by: ['HOLDER'] },
  park: { from: HELD_OR_LATE, to: 'PARKED', by: ['HOLDER'] },
  end: { from: HELD_OR_LATE, to: 'ENDED', by: ['HOLDER'] },
  /** To be cancelled: noted, for the holder's next beat or the next sweep. */
  wish: { from: ['DUE', 'HELD', 'PARKED', 'ORPHANED'], to: null, by: ['PERSON'] },
  cancel: { from: IN_NO_HANDS, to: 'ENDED', by: ['PERSON', 'SWEEP'] },
  expire: { from: IN_NO_HANDS, to: 'ENDED', by: ['SWEEP'] },
  /** The configuration leads to another source by now: whoever has the run writes nothing more of it. */
  supersede: { from: ['DUE', 'HELD', 'PARKED', 'ORPHANED'], to: 'ENDED', by: ['PERSON'] },
  wake: { from: ['PARKED'], to: 'DUE', by: ['CREDENTIAL', 'PERSON'] },
  ripen: { from: ['PARKED'], to: 'DUE', by: ['TIME'] },
  lapse: { from: ['HELD'], to: 'ORPHANED', by: ['TIME'] },
} as const satisfies Record<string, Move>
export type RunMove = keyof typeof RUN_MOVES

/** The condition of a statement that moves a run. A holder's names its token beside it. */
export function mayMove(move: RunMove): string {
  return `(${RUN_MOVES[move].from.map((state) => `(${RUN_STATES[state]})`).join(' OR ')})`
}
