/** What a key does in the list of conflicts; it works while the keyboard is in the list. */
export type Deed =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'ours'
  | 'theirs'
  | 'other'
  | 'select'
  | 'selectAll'
  | 'help'

const KEYS: Readonly<Record<string, Deed>> = {
  ...{ j: 'next', ArrowDown: 'next', k: 'previous', ArrowUp: 'previous', Home: 'first', End: 'last' },
  ...{ o: 'ours', t: 'theirs', c: 'other', x: 'select', a: 'selectAll', '?': 'help' },
}

interface Key {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

export const deedOf = ({ key, altKey, ctrlKey, metaKey }: Key): Deed | undefined =>
  altKey || ctrlKey || metaKey ? undefined : KEYS[key]

/** What the keys do, for who asks. */
export const HELP: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['J', '↓'], 'the next conflict'],
  [['K', '↑'], 'the one before'],
  [['Home', 'End'], 'the first, the last'],
  [['O'], 'send ours'],
  [['T'], 'keep theirs'],
  [['C'], 'enter something else'],
  [['X'], 'select it, for several at once'],
  [['A'], 'select all, or none'],
  [['?'], 'this list'],
]

/** Where a step leads among so many. */
export function placeAfter(deed: Deed, at: number, count: number): number {
  if (deed === 'first') return 0
  if (deed === 'last') return count - 1
  return Math.min(Math.max(at + (deed === 'next' ? 1 : -1), 0), count - 1)
}
