import type { ChangeState } from '../../entities/change.ts'

/**
 * The life of a change: where it can stand, what moves it, and who may.
 *
 * ```
 *             DRAFT ── run ──▶ PENDING ◀──────────── again, unsent, resolve ─────────────┐
 *                                │ │                                                      │
 *              conflict ◀────────┘ └── leave ──▶ SENDING ── accept ──▶ AWAITING           │
 *                 │                                │ │                    │ │             │
 *                 ▼                                │ └─── lose ───┐ lose ─┘ │             │
 *              CONFLICT ◀──── conflict ────────────┼──────── UNKNOWN ◀──────┘─────────────┤
 *                 │                                │            │                         │
 *                 └───────── apply, refuse, cancel, expire ─────┴──▶ ended      PERSON ───┘
 * ```
 *
 * Every statement that moves a change takes its condition from here, so that the database refuses what is not on this
 * page, whoever asks.
 */

/** WORKER: the one with the change's token. ANSWER: a message of the PMS. */
export type ChangeMover = 'WORKER' | 'PERSON' | 'ANSWER' | 'SWEEP' | 'ACCOUNT'

interface Move {
  readonly from: readonly ChangeState[]
  readonly to: ChangeState
  readonly by: readonly ChangeMover[]
}

export const CHANGE_MOVES = {
  /** An item of a set, when the set runs. */
  run: { from: ['DRAFT'], to: 'PENDING', by: ['PERSON', 'WORKER'] },
  /** Back, when the set pauses and nothing is on its way. */
  hold: { from: ['PENDING'], to: 'DRAFT', by: ['PERSON', 'WORKER', 'SWEEP'] },
  /** An item of a set that ends before it was started. */
  drop: { from: ['DRAFT'], to: 'CANCELLED', by: ['PERSON', 'ACCOUNT', 'WORKER'] },
  /** Right before the first byte. */
  leave: { from: ['PENDING', 'SENDING'], to: 'SENDING', by: ['WORKER'] },
  /** Nothing has left yet, or it was not let in: it waits for something. */
  wait: { from: ['PENDING', 'SENDING'], to: 'PENDING', by: ['WORKER'] },
  /** The vendor said yes, or that it will say. */
  accept: { from: ['SENDING'], to: 'AWAITING', by: ['WORKER'] },
  /** The answer is not seen yet. */
  look: { from: ['AWAITING'], to: 'AWAITING', by: ['WORKER', 'ANSWER'] },
  /** Nobody knows what came of it. */
  lose: { from: ['SENDING', 'AWAITING'], to: 'UNKNOWN', by: ['WORKER', 'ACCOUNT'] },
  /** Still nobody does. */
  doubt: { from: ['UNKNOWN'], to: 'UNKNOWN', by: ['WORKER', 'ANSWER', 'ACCOUNT'] },
  /** It was not done: it is sent once more. */
  again: { from: ['UNKNOWN'], to: 'PENDING', by: ['WORKER', 'PERSON'] },
  conflict: { from: ['PENDING', 'UNKNOWN'], to: 'CONFLICT', by: ['WORKER'] },
  /** The PMS has moved on, and still contradicts. */
  contest: { from: ['CONFLICT'], to: 'CONFLICT', by: ['SWEEP'] },
  /** Both sides are judged anew: ours, theirs or something else. */
  resolve: { from: ['CONFLICT'], to: 'PENDING', by: ['PERSON', 'WORKER', 'SWEEP'] },
  /** Seen at the PMS, or a person's word that it is there. */
  apply: { from: ['PENDING', 'AWAITING', 'UNKNOWN', 'CONFLICT'], to: 'APPLIED', by: ['WORKER', 'PERSON', 'SWEEP'] },
  refuse: { from: ['PENDING', 'SENDING', 'AWAITING', 'UNKNOWN'], to: 'REJECTED', by: ['WORKER', 'ANSWER'] },
  cancel: { from: ['PENDING', 'CONFLICT', 'UNKNOWN'], to: 'CANCELLED', by: ['PERSON', 'ACCOUNT', 'WORKER', 'SWEEP'] },
  supersede: { from: ['PENDING'], to: 'SUPERSEDED', by: ['PERSON'] },
  expire: { from: ['PENDING'], to: 'EXPIRED', by: ['SWEEP'] },
} as const satisfies Record<string, Move>
export type ChangeMove = keyof typeof CHANGE_MOVES

/** The condition of a statement that moves a change. */
export const mayMove = (move: ChangeMove, alias = 'c') =>
  `${alias}.state IN (${CHANGE_MOVES[move].from.map((state) => `'${state}'`).join(', ')})`
