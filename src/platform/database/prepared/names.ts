import { createHash } from 'node:crypto'
import type pg from 'pg'
import { isOfStatement } from '../statements.ts'

/** A statement that a connection keeps, with its columns: no one has to ask for them again. */
export interface Prepared {
  readonly name: string
  readonly columns: readonly Column[]
}

export interface Column {
  readonly name: string
  readonly parse: (text: string) => unknown
}

/** What is prepared on one connection. */
export interface PreparedNames {
  /** Null until the server has confirmed it: who sends it meanwhile does so without a name. */
  find(text: string): Prepared | null
  /** The name to prepare a statement under; null while another one is about to. */
  claim(text: string): string | null
  confirm(text: string, columns: readonly Column[]): void
  /** Of a statement that failed: it may be prepared or not, or not be what it was. */
  drop(text: string): void
  /** Names that the server need not keep any longer; told once. */
  takeUnused(): string[]
}

/** A pooler gave the connection to another server, where the name is not known, or is already. */
export const isNameLost = (error: unknown) => isOfStatement(error) && ['26000', '42P05'].includes(error.code ?? '')

/** A migration has changed the columns; the name has been dropped, and the next one prepares it anew. */
export const isStale = (error: unknown) => isOfStatement(error) && error.code === '0A000'

/** The names of connections that are lent to one after the other. */
export interface NamesOfConnections {
  /** Null: nothing is prepared here. */
  of(client: pg.ClientBase): PreparedNames | null
  /** Whether a transaction failed of its names alone. Where a pooler has lost one there are none from then on. */
  haveFailed(error: unknown): boolean
}

export function createNamesOfConnections(): NamesOfConnections {
  const known = new WeakMap<pg.ClientBase, PreparedNames>()
  let isOpen = true
  return {
    of(client) {
      if (!isOpen) return null
      const names = known.get(client) ?? createPreparedNames()
      known.set(client, names)
      return names
    },
    haveFailed(error) {
      if (isNameLost(error)) isOpen = false
      return isNameLost(error) || isStale(error)
    },
  }
}

/** The server's memory for a plan is some 100 KB. */
const MOST_KEPT = 30

export function createPreparedNames(mostKept = MOST_KEPT): PreparedNames {
  /** Names by text. */
  const claimed = new Map<string, string>()
  /** By text, the one used last at the end. */
  const kept = new Map<string, Prepared>()
  let unused: string[] = []
  const drop = (text: string) => {
    const name = claimed.get(text) ?? kept.get(text)?.name
    claimed.delete(text)
    kept.delete(text)
    if (name !== undefined) unused.push(name)
  }
  return {
    find(text) {
      const prepared = kept.get(text)
      if (prepared === undefined) return null
      kept.delete(text)
      kept.set(text, prepared)
      return prepared
    },
    claim(text) {
      if (claimed.has(text)) return null
      const name = `pms_${createHash('sha1').update(text).digest('hex')}`
      claimed.set(text, name)
      return name
    },
    confirm(text, columns) {
      const name = claimed.get(text)
      if (name === undefined) return
      claimed.delete(text)
      kept.set(text, { name, columns })
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) drop(oldest)
    },
    drop,
    takeUnused() {
      const names = unused
      unused = []
      return names
    },
  }
}
