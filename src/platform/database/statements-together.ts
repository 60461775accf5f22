import pg from 'pg'
import type { Row, Statement } from './database.ts'
import { named } from './errors.ts'
import { answeredWithin, types } from './statements.ts'

/** The connection of a client as it is; the published types ask for arguments that it has not. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void }
  sync(): void
}

/** A statement of the driver's own: it sends itself, and takes in what is said of it. */
interface Part {
  prepare(wire: Wire): void
  handleRowDescription(message: unknown): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, wire: Wire): void
  handleReadyForQuery(wire: Wire): void
  handleError(error: Error, wire: Wire): void
}

type Done = (error: Error | null, result: { rows: Row[] }) => void
const Query = pg.Query as unknown as new (config: pg.QueryConfig & { queryMode: 'extended' }, done: Done) => Part

/**
 * Statements that are sent in one write and end with the same Sync: one round trip. Each sees what those before it did.
 * When one fails, the server skips the rest.
 */
class StatementsTogether implements pg.Submittable {
  readonly #parts: readonly Part[]
  readonly #rows: Row[][] = []
  #failure: Error | null = null
  #at = 0
  /** The driver puts its limit of time in its place. */
  callback: (error: Error | null, rows: Row[][]) => void

  constructor(statements: readonly Statement[], answerMs: number, done: (error: Error | null, rows: Row[][]) => void) {
    answeredWithin(answerMs, this)
    this.callback = done
    this.#parts = statements.map(
      ({ text, params = [] }, at) =>
        new Query({ text, values: [...params], types, queryMode: 'extended' }, (error, result) => {
          if (error) this.#failure ??= error
          else this.#rows[at] = result.rows
        }),
    )
  }

  submit(connection: pg.Connection): void {
    const wire = connection as unknown as Wire
    const unended: Wire = Object.create(wire, { sync: { value() {} } })
    wire.stream.cork()
    for (const part of this.#parts) {
      part.prepare(unended)
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
    this.#parts[this.#at]?.handleCommandComplete(message, wire)
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
    done(error, this.#rows)
  }
}

/** @returns the rows of each */
export function runTogether<Rows extends readonly object[][]>(
  client: pg.ClientBase,
  statements: readonly Statement[],
  answerMs: number,
): Promise<Rows> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, rows: object[][]) =>
      error === null ? resolve(rows as readonly object[][] as Rows) : reject(named(error))
    client.query(new StatementsTogether(statements, answerMs, done))
  })
}
