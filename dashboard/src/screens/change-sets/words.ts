import type {
  PmsChangeOutcome,
  PmsChangeSetFilter,
  PmsChangeSetResult,
  PmsChangeSetSource,
  PmsChangeSetState,
} from '../../gql/graphql.ts'

export const STATES: Readonly<Record<PmsChangeSetState, string>> = {
  DRAFT: 'Being looked at',
  PREVIEWED: 'Ready to run',
  RUNNING: 'Running',
  PAUSED: 'Paused',
  DONE: 'Done',
  PARTIAL: 'Done in part',
  STOPPED: 'Stopped',
}

export const STATE_SIGNS: Readonly<Record<PmsChangeSetState, string>> = {
  ...{ DRAFT: '…', PREVIEWED: '◔', RUNNING: '▸', PAUSED: '‖', DONE: '✓', PARTIAL: '◐', STOPPED: '■' },
}

export const SOURCES: Readonly<Record<PmsChangeSetSource, string>> = {
  FILTER: 'all that a filter found',
  SELECTION: 'selected rows',
  CSV: 'lines of a file',
  UNDO: 'what another set has done',
}

/** By what is in the address → what is shown of the sets. */
export const SHOWN = { open: 'Not ended', unsure: 'Ended, but not done', done: 'Done' } as const
export type Shown = keyof typeof SHOWN

export const SHOWN_FILTERS: Readonly<Record<Shown, PmsChangeSetFilter>> = {
  open: { state: ['DRAFT', 'PREVIEWED', 'RUNNING', 'PAUSED'] },
  unsure: { state: ['PARTIAL', 'STOPPED'] },
  done: { state: ['DONE'] },
}

interface List {
  readonly label: string
  readonly sign: string
  readonly count: 'toSend' | 'isSo' | 'conflicts' | 'refused' | 'waiting' | 'done' | 'failed' | 'notTried'
  readonly outcome?: PmsChangeOutcome
  readonly result?: PmsChangeSetResult
}

/** The lists of a set, by their names in the address. */
export const LISTS = {
  send: { label: 'To be sent', sign: '▸', count: 'toSend', outcome: 'SEND' },
  conflict: { label: 'Changed meanwhile', sign: '!', count: 'conflicts', outcome: 'CONFLICT' },
  refused: { label: 'Refused', sign: '✕', count: 'refused', outcome: 'REFUSED' },
  so: { label: 'So already', sign: '–', count: 'isSo', outcome: 'IS_SO' },
  done: { label: 'Done', sign: '✓', count: 'done', result: 'DONE' },
  failed: { label: 'Failed', sign: '✕', count: 'failed', result: 'FAILED' },
  waiting: { label: 'Waiting', sign: '…', count: 'waiting', result: 'WAITING' },
  notTried: { label: 'Not tried', sign: '–', count: 'notTried', result: 'NOT_TRIED' },
} as const satisfies Record<string, List>
export type ListName = keyof typeof LISTS

export const STEPS = ['Choose', 'Preview', 'Run', 'Results'] as const
export type Step = (typeof STEPS)[number]

/** Before it is run, and after. */
export const PREVIEW_LISTS: readonly ListName[] = ['send', 'conflict', 'refused', 'so']
export const RESULT_LISTS: readonly ListName[] = ['done', 'failed', 'waiting', 'notTried']

export const OUTCOMES = Object.fromEntries(
  PREVIEW_LISTS.map((name) => [(LISTS[name] as List).outcome, LISTS[name]]),
) as Record<PmsChangeOutcome, List>
export const RESULTS = Object.fromEntries(
  RESULT_LISTS.map((name) => [(LISTS[name] as List).result, LISTS[name]]),
) as Record<PmsChangeSetResult, List>

export const isOver = (state: PmsChangeSetState) => state === 'DONE' || state === 'PARTIAL' || state === 'STOPPED'
