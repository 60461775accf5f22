import pg from 'pg'
import type { Row, Statement } from './database.ts'
import { named } from './errors.ts'
import type { PreparedNames } from './prepared/names.ts'
import { answeredWithin, types } from './statements.ts'

/** The connection of a client as it is; the published types ask for arguments that it has not. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void }
  close(statement: { type: 'S'; name: string }): void
  sync(): void
}

/** A statement of the driver's own: it sends itself, and takes in what is said of it. */
interface Part {
  readonly text: string
  prepare(wire: Wire): void
  handleRowDescription(message: unknown): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, wire: Wire): void
  handleReadyForQuery(wire: Wire): void
  handleError(error: Error, wire: Wire): void
}

type Done = (error: Error | null, result: { rows: Row[] }) => void
type PartConfig = pg.QueryConfig & { queryMode: 'extended' }
const Query = pg.Query as unknown as new (config: PartConfig, done: Done) => Part

/**
 * Statements that are sent in one write and end with the same Sync: one round trip. Each sees what those before it did.
 * When one fails, the server skips the rest.
 */
class StatementsTogether implements pg.Submittable {
  readonly #statements: readonly Statement[]
  /** Null: nothing stays prepared. */
  readonly #names: PreparedNames | null
  #parts: readonly Part[] = []
  /** What the server knows by name, as the driver has it. */
  readonly #prepared: Record<string, string> = {}
  /** Statements that these are the first to prepare, until the server confirms it. */
  readonly #claimed = new Set<string>()
  readonly #rows: Row[][] = []
  #failure: Error | null = null
  #at = 0
  /** The driver puts its limit of time in its place. */
  callback: (error: Error | null, rows: Row[][]) => void

  constructor(
    statements: readonly Statement[],
    { answerMs, names }: SendOptions,
    done: (error: Error | null, rows: Row[][]) => void,
  ) {
    answeredWithin(answerMs, this)
    this.callback = done
    this.#names = names
    this.#statements = statements
  }

  #partOf({ text, params = [] }: Statement, at: number): Part {
    const config: PartConfig = { text, values: [...params], types, queryMode: 'extended' }
    return new Query({ ...config, ...this.#nameOf(text) }, (error, result) => {
      if (error) this.#failure ??= error
      else this.#rows[at] = result.rows
    })
  }

  #nameOf(text: string): { name?: string } {
    const prepared = this.#names?.find(text)
    if (prepared) this.#prepared[prepared.name] = text
    const claimed = prepared ? null : this.#names?.claim(text)
    if (claimed) this.#claimed.add(text)
    const name = prepared?.name ?? claimed
    return name ? { name } : {}
  }

  submit(connection: pg.Connection): void {
    const wire = connection as unknown as Wire
    const ownEnd = { sync: { value() {} } }
    const ownNames = { parsedStatements: { value: this.#prepared }, submittedNamedStatements: { value: {} } }
    const partial: Wire = Object.create(wire, { ...ownEnd, ...ownNames })
    wire.stream.cork()
    // Ahead of the rest, for one of these names may be taken again.
    for (const name of this.#names?.takeUnused() ?? []) wire.close({ type: 'S', name })
    this.#parts = this.#statements.map((statement, at) => this.#partOf(statement, at))
    for (const part of this.#parts) {
      part.prepare(partial)
      // A parameter that cannot be sent: what would have come before it is undone by whoever opened the transaction.
      if (this.#failure !== null) break
    }
    wire.sync()
    wire.stream.uncork()
  }

  handleRowDescription(message: unknown): void {
    this.#parts[this.#at]?.handleRowDescription(message)
  }

  handleDataRow(message: unknown): void {
    this.#parts[this.#at]?.handleDataRow(message)
  }

  handleCommandComplete(message: unknown, wire: Wire): void {
    const part = this.#parts[this.#at]
    part?.handleCommandComplete(message, wire)
    if (part && this.#claimed.delete(part.text)) this.#names?.confirm(part.text, [])
    this.#at += 1
  }

  handleReadyForQuery(wire: Wire): void {
    for (const part of this.#parts) part.handleReadyForQuery(wire)
    this.#end(this.#failure)
  }

  handleError(error: Error): void {
    this.#end(this.#failure ?? error)
  }

  /** Once: the driver may tell of an end twice. */
  #end(error: Error | null): void {
    const done = this.callback
    this.callback = () => {}
    const failed = error && this.#parts[this.#at]
    if (failed) for (const text of [...this.#claimed, failed.text]) this.#names?.drop(text)
    done(error, this.#rows)
  }
}

export interface SendOptions {
  readonly answerMs: number
  /** Of the connection, where the statements are to stay prepared. */
  readonly names: PreparedNames | null
}

/** @returns the rows of each */
export function runTogether<Rows extends readonly object[][]>(
  client: pg.ClientBase,
  statements: readonly Statement[],
  options: SendOptions,
): Promise<Rows> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, rows: object[][]) =>
      error === null ? resolve(rows as readonly object[][] as Rows) : reject(named(error))
    client.query(new StatementsTogether(statements, options, done))
  })
}
