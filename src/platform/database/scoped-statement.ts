import pg from 'pg'
import { type HotelScope, type Limits, STEP_DOWN, stepDownTo } from './hotel-scope.ts'
import { answeredWithin } from './statements.ts'

/** The connection of a client, as far as it is needed here; the published types ask for arguments that it has not. */
interface Wire {
  parse(statement: { text: string }): void
  bind(portal: { values: readonly string[] }): void
  execute(portal: object): void
}

/** What a client tells the statement that it sent; the published types know only how it is sent. */
interface Receiver extends pg.Submittable {
  prepare(wire: Wire): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, wire: Wire): void
}

type Done = (error: Error | null, result: { rows: object[] }) => void
const Query = pg.Query as unknown as new (config: pg.QueryConfig & { queryMode: 'extended' }, done: Done) => Receiver

/**
 * A statement behind one that steps down to the scoped role: both are sent at once and end with the same Sync, which
 * makes them one round trip and, outside of a transaction, one transaction. When the first fails, the server skips the
 * second.
 */
export class ScopedStatement extends Query {
  readonly #stepDown: readonly string[]
  #isSteppingDown = true

  constructor(scope: HotelScope, limits: Limits, statement: pg.QueryConfig, done: Done) {
    super({ ...statement, queryMode: 'extended' }, done)
    answeredWithin(limits.answerMs, this)
    this.#stepDown = stepDownTo(scope, limits)
  }

  override prepare(wire: Wire): void {
    wire.parse({ text: STEP_DOWN })
    wire.bind({ values: this.#stepDown })
    wire.execute({})
    super.prepare(wire)
  }

  override handleDataRow(message: unknown): void {
    if (!this.#isSteppingDown) super.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (!this.#isSteppingDown) super.handleCommandComplete(message, wire)
    this.#isSteppingDown = false
  }
}
