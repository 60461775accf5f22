import type { ChangeSetRowFragment } from '../../../gql/graphql.ts'
import { formatCount, formatDuration, formatNumber } from '../../../ui/values/format.ts'
import { isOver, type Step } from '../words.ts'

type Of<Key extends keyof ChangeSetRowFragment> = Pick<ChangeSetRowFragment, Key>

export function stepOf({ state }: Of<'state'>): Step {
  if (isOver(state)) return 'Results'
  return state === 'RUNNING' || state === 'PAUSED' ? 'Run' : 'Preview'
}

export interface Progress {
  readonly done: number
  readonly of: number
  /** `120 of 300 looked at` */
  readonly words: string
}

/** How far it is: of the look at its items, then of the sending. */
export function progressOf({ state, counts }: Of<'state' | 'counts'>): Progress {
  if (state === 'DRAFT')
    return { done: counts.looked, of: counts.total, words: `${outOf(counts.looked, counts.total)} looked at` }
  const of = counts.done + counts.failed + counts.waiting + counts.notTried
  const done = counts.done + counts.failed
  return { done, of, words: `${outOf(done, of)} ended, ${formatNumber(counts.failed)} of them failed` }
}

const outOf = (count: number, all: number) => `${formatNumber(count)} of ${formatNumber(all)}`

/** `About 12 min, 340 requests`; nothing before the preview, and at the end. */
export function describeEstimate({ estimate }: Of<'estimate'>): string | null {
  if (!estimate || estimate.requests === 0) return null
  return `about ${formatDuration(estimate.seconds * 1_000)}, ${formatCount(estimate.requests, 'request')} to the PMS`
}

/** Why it cannot be run as it stands; undefined: it can. */
export function blockedRun(
  { counts, previewExpiresAt }: Of<'counts' | 'previewExpiresAt'>,
  now: number,
): string | undefined {
  if (counts.toSend === 0) return 'Nothing of it would be sent.'
  if (previewExpiresAt && Date.parse(previewExpiresAt) <= now) return 'This preview is older than an hour: look anew.'
  return undefined
}

/** What a word on a set does, line by line, before it is said. */
export function effectOf(
  word: 'run' | 'cancel' | 'undo',
  set: Of<'counts' | 'canary' | 'stopPercent' | 'estimate'>,
): string[] {
  const { counts, canary, stopPercent } = set
  if (word === 'undo')
    return [
      `A new set is made of ${formatCount(counts.done, 'item')}, to be looked at and run as any other.`,
      'Mails, fees and fiscal documents are not taken back.',
    ]
  if (word === 'cancel')
    return [
      `${formatCount(counts.waiting || counts.toSend, 'item')} that ${counts.waiting ? 'wait' : 'would be sent'} never are sent.`,
      'What is on its way ends by itself; what is done stays done.',
    ]
  const first = Math.min(canary, counts.toSend)
  const left = counts.conflicts + counts.refused
  return [
    `${formatCount(counts.toSend, 'item is', 'items are')} sent to the PMS: ${describeEstimate(set) ?? 'at once'}.`,
    ...(first > 0 && first < counts.toSend
      ? [`${formatNumber(first)} go first, the others when these have ended well.`]
      : []),
    `It stops by itself when more than ${stopPercent} % of the last 100 were refused.`,
    ...(left > 0 ? [`${formatCount(left, 'item is', 'items are')} left out: changed meanwhile, or refused.`] : []),
  ]
}
