import { createHash, type Hash } from 'node:crypto'
import type { ChangeSet, PreviewOutcome } from '../../entities/change-set.ts'
import type { Values } from '../../records/changes/groups.ts'

/** What of an item a person sees in a preview. */
export interface ShownItem {
  readonly line: number
  readonly changeId: string | null
  readonly outcome: PreviewOutcome | null
  readonly wanted: Values | null
  readonly theirs: Values | null
}

/** Names a preview: another set, another action, another option or anything else about any item is another one. */
export interface PreviewHash {
  /** In the order of their lines. */
  add(items: readonly ShownItem[]): void
  digest(): string
}

export function previewHash({ id, action, options }: Pick<ChangeSet, 'id' | 'action' | 'options'>): PreviewHash {
  const hash = createHash('sha256')
  put(hash, [id, action, sorted({ ...options })])
  return {
    add(items) {
      for (const { line, changeId, outcome, wanted, theirs } of items)
        put(hash, [line, changeId, outcome, wanted && sorted(wanted), theirs && sorted(theirs)])
    },
    digest: () => hash.digest('base64url'),
  }
}

/** A line of JSON each, so that no two lists of them read the same. */
const put = (hash: Hash, value: unknown) => hash.update(`${JSON.stringify(value)}\n`)

/** Whatever the order in which the database or a vendor has them. */
const sorted = (values: Readonly<Record<string, unknown>>) =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
