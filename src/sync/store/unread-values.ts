import type { SyncLog } from '../../entities/sync-log.ts'
import type { UnreadValue } from '../../entities/unread-value.ts'
import type { Report } from '../../records/lenient.ts'
import { scrubProse } from '../../records/text/prose.ts'

type Problem = Parameters<Report>[0]

/** Values of stored items that could not be read: how many, and the first kinds of them. */
export interface UnreadValues {
  readonly count: number
  readonly values: readonly UnreadValue[]
}

export const NOTHING_UNREAD: UnreadValues = { count: 0, values: [] }

/** A run keeps so many kinds; what is of others is only counted. */
const MAX_KINDS = 20
const MAX_PATH_CHARS = 120

/** One word, as vendors name a state or write a time: no mail address, no whole name, no phone number. */
const CODE_WORD = /^(?!.*\d{7})[A-Za-z0-9][\w.:/+-]{0,39}$/

/** Collects what the mapping of a page reports; what it reports of an item that is refused says its failure. */
export function collectUnread(report: Report) {
  let pending: Problem[] = []
  let count = 0
  const kinds = new Map<string, UnreadValue>()
  return {
    report(problem: Problem): void {
      pending.push(problem)
      report(problem)
    },
    /** The item is stored. */
    keep(externalId: string): void {
      for (const problem of pending) {
        count += 1
        addTo(kinds, { ...kindOf(problem), count: 1, externalId })
      }
      pending = []
    },
    /** It is not. */
    drop(): void {
      pending = []
    },
    found: (): UnreadValues => (count === 0 ? NOTHING_UNREAD : { count, values: [...kinds.values()] }),
  }
}

/** Of a run so far. */
export const unreadOf = ({ unreadCount: count, unreadValues: values }: SyncLog): UnreadValues => ({ count, values })

export function mergeUnread(parts: readonly UnreadValues[]): UnreadValues {
  const kinds = new Map<string, UnreadValue>()
  for (const { values } of parts) for (const value of values) addTo(kinds, value)
  return { count: parts.reduce((sum, { count }) => sum + count, 0), values: [...kinds.values()] }
}

function addTo(kinds: Map<string, UnreadValue>, value: UnreadValue): void {
  const key = JSON.stringify([value.path, value.found, value.used])
  const known = kinds.get(key)
  if (known !== undefined) kinds.set(key, { ...known, count: known.count + value.count })
  else if (kinds.size < MAX_KINDS) kinds.set(key, value)
}

const kindOf = ({ path, value, used }: Problem) => ({ path: placeOf(path), found: wordOf(value), used: wordOf(used) })

/** The same field of every entry of a list is one place. */
function placeOf(path: string): string {
  const place = path.replace(/(?<=^|\.)\d+(?=\.|$)/g, '*')
  return scrubProse(place).replaceAll('\u0000', '').slice(0, MAX_PATH_CHARS).toWellFormed()
}

/** What stood there if it is a word of the vendor's system; anything else may be a guest's. */
function wordOf(value: string): string {
  if (value === '') return 'nothing'
  return value === 'a list' || CODE_WORD.test(value) ? value : 'a text'
}
