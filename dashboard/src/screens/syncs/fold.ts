import type { Run } from './runs.ts'

/** A row of the history: a run, or several that are shown as one. */
export interface Line {
  readonly key: string
  /** The newest of them. */
  readonly run: Run
  /** More than one: webhooks that came one after the other. */
  readonly runs: readonly Run[]
}

export const lineOf = (run: Run): Line => ({ key: run.id, run, runs: [run] })

const isFoldable = ({ trigger, status }: Run) => trigger === 'WEBHOOK' && status === 'COMPLETED'

const isAlike = (one: Run, other: Run) =>
  isFoldable(one) && isFoldable(other) && one.hotel.id === other.hotel.id && one.provider === other.provider

/**
 * A busy hotel has a run a webhook, between which its other syncs would not be found: those that follow each other are
 * one line, and after it one by one when it is open. What went wrong is always shown.
 */
export function fold(runs: readonly Run[], open: ReadonlySet<string>): Line[] {
  const groups: Run[][] = []
  for (const run of runs) {
    const last = groups.at(-1)
    if (last?.[0] !== undefined && isAlike(last[0], run)) last.push(run)
    else groups.push([run])
  }
  return groups.flatMap((group) => {
    const oldest = group.at(-1)
    if (group.length === 1 || group[0] === undefined || oldest === undefined) return group.map(lineOf)
    // Newer ones may join it: it is known by the oldest.
    const key = `webhooks ${oldest.id}`
    const folded = { key, run: group[0], runs: group }
    return open.has(key) ? [folded, ...group.map(lineOf)] : [folded]
  })
}

/** What a line counts. */
export const total = ({ runs }: Line, count: (run: Run) => number) => runs.reduce((sum, run) => sum + count(run), 0)
