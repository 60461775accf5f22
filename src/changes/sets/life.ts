import type { ChangeSet, ChangeSetState } from '../../entities/change-set.ts'

/**
 * The life of a set, as `parts/life.ts` is that of a change.
 *
 * ```
 *  DRAFT ── show ──▶ PREVIEWED ── run ──▶ RUNNING ◀── resume ── PAUSED
 *    ▲ ◀── look ────────┘                   │  └────── pause ────▶ │
 *    │                  │                   ├── finish, fallShort ─┤──▶ DONE, PARTIAL
 *    └── cancel, strand ┴───────────────────┴── and stop ──────────┴──▶ STOPPED
 * ```
 *
 * Every statement that moves a set takes its condition from here.
 */

/** WORKER: the one with the set's token. */
export type ChangeSetMover = 'WORKER' | 'PERSON' | 'ACCOUNT'

interface Move {
  readonly from: readonly ChangeSetState[]
  readonly to: ChangeSetState
  readonly by: readonly ChangeSetMover[]
}

export const CHANGE_SET_MOVES = {
  /** It is looked at anew, from its first item. */
  look: { from: ['DRAFT', 'PREVIEWED'], to: 'DRAFT', by: ['PERSON'] },
  /** All of its items have been looked at. */
  show: { from: ['DRAFT'], to: 'PREVIEWED', by: ['WORKER'] },
  run: { from: ['PREVIEWED'], to: 'RUNNING', by: ['PERSON'] },
  /** By itself where the connection is paused or lets nothing be changed any more. */
  pause: { from: ['RUNNING'], to: 'PAUSED', by: ['PERSON', 'WORKER'] },
  resume: { from: ['PAUSED'], to: 'RUNNING', by: ['PERSON'] },
  /** What was sent before a pause may be the last of it. */
  finish: { from: ['RUNNING', 'PAUSED'], to: 'DONE', by: ['WORKER'] },
  fallShort: { from: ['RUNNING', 'PAUSED'], to: 'PARTIAL', by: ['WORKER'] },
  /** Too much of it was refused. */
  stop: { from: ['RUNNING', 'PAUSED'], to: 'STOPPED', by: ['WORKER'] },
  /** What is on its way ends by itself. */
  cancel: { from: ['DRAFT', 'PREVIEWED', 'RUNNING', 'PAUSED'], to: 'STOPPED', by: ['PERSON'] },
  /** The hotel is connected to another account than it was meant for. */
  strand: { from: ['DRAFT', 'PREVIEWED', 'RUNNING', 'PAUSED'], to: 'STOPPED', by: ['ACCOUNT', 'WORKER'] },
} as const satisfies Record<string, Move>
export type ChangeSetMove = keyof typeof CHANGE_SET_MOVES

/** A set that takes another one back is made of one that stands here. */
export const UNDONE_FROM: readonly ChangeSetState[] = ['DONE', 'PARTIAL', 'STOPPED']

/** The condition of a statement that moves a set. */
export const mayMoveSet = (move: ChangeSetMove, alias = 's') =>
  `${alias}.state IN (${CHANGE_SET_MOVES[move].from.map((state) => `'${state}'`).join(', ')})`

/** A preview that is older can no longer be run. */
export const PREVIEW_HOLDS_MS = 3_600_000

/** Until when a set can be run without a new look; null until it is previewed. */
export const previewExpiry = ({ previewedAt }: Pick<ChangeSet, 'previewedAt'>): Date | null =>
  previewedAt && new Date(previewedAt.getTime() + PREVIEW_HOLDS_MS)

/** Why a set was ended before all was tried; null for any other. Without a code it was a person. */
export const stopOf = ({ state, errorCode, error }: Pick<ChangeSet, 'state' | 'errorCode' | 'error'>) =>
  state === 'STOPPED' ? { code: errorCode, message: error ?? 'A person has cancelled it.' } : null
