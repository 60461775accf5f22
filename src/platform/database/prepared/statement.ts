import type { Duplex } from 'node:stream'
import type pg from 'pg'
import { type HotelScope, QUICK, STEP_DOWN, stepDownTo } from '../hotel-scope.ts'
import { arrayLiteral } from '../literal.ts'
import { types } from '../statements.ts'
import type { Column, Prepared, PreparedNames } from './names.ts'

/** The connection of a client as it is; the published types ask for arguments that it has not. */
interface Wire {
  readonly stream: Duplex
  parse(statement: { name: string; text: string }): void
  bind(portal: { statement: string; values: readonly unknown[]; valueMapper: (value: unknown) => string | null }): void
  describe(portal: { type: 'P' }): void
  execute(portal: object): void
  close(statement: { type: 'S'; name: string }): void
  sync(): void
}

export interface PipelinedQuery {
  readonly scope: HotelScope
  readonly text: string
  readonly params: readonly unknown[]
}

/** Rows as they came. */
export interface PipelinedResult {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly (string | null)[])[]
}

type Done = (error: Error | null, answer: PipelinedResult) => void

/**
 * A statement that stays prepared on its connection, behind the one that steps down. Once both are known there, nothing
 * but parameters and rows travels.
 */
export class PipelinedStatement implements pg.Submittable {
  readonly #names: PreparedNames
  readonly #query: PipelinedQuery
  /** Statements that this one is the first to prepare, until the server confirms it. */
  readonly #claimed = new Set<string>()
  #columns: readonly Column[] = []
  #isSteppingDown = true
  #rows: (readonly (string | null)[])[] = []
  #done: Done | null

  constructor(names: PreparedNames, query: PipelinedQuery, done: Done) {
    this.#names = names
    this.#query = query
    this.#done = done
  }

  submit(connection: pg.Connection): void {
    const wire = connection as unknown as Wire
    const { scope, text, params } = this.#query
    wire.stream.cork()
    // Ahead of the rest, for one of these names may be taken again.
    for (const name of this.#names.takeUnused()) wire.close({ type: 'S', name })
    this.#bind(wire, STEP_DOWN, stepDownTo(scope, QUICK))
    wire.execute({})
    const prepared = this.#bind(wire, text, params)
    if (prepared === null) wire.describe({ type: 'P' })
    else this.#columns = prepared.columns
    wire.execute({})
    wire.sync()
    // What is sent in the same turn of the event loop goes into one write.
    process.nextTick(() => wire.stream.uncork())
  }

  /** @returns null when the statement was not known to the connection before */
  #bind(wire: Wire, text: string, values: readonly unknown[]): Prepared | null {
    const prepared = this.#names.find(text)
    const name = prepared === null ? this.#names.claim(text) : null
    if (name !== null) this.#claimed.add(text)
    const statement = prepared?.name ?? name ?? ''
    if (prepared === null) wire.parse({ name: statement, text })
    wire.bind({ statement, values, valueMapper: toText })
    return prepared
  }

  #confirm(text: string, columns: readonly Column[]): void {
    if (this.#claimed.delete(text)) this.#names.confirm(text, columns)
  }

  handleRowDescription({ fields }: { fields: readonly pg.FieldDef[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({ name, parse: parserOf(dataTypeID) }))
    this.#confirm(this.#query.text, this.#columns)
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    if (!this.#isSteppingDown) this.#rows.push(fields)
  }

  handleCommandComplete(): void {
    if (this.#isSteppingDown) this.#confirm(STEP_DOWN, [])
    this.#isSteppingDown = false
  }

  handleReadyForQuery(): void {
    this.#finish(null)
  }

  handleError(error: Error): void {
    for (const text of this.#claimed) this.#names.drop(text)
    this.#names.drop(this.#query.text)
    this.#finish(error)
  }

  /** Lets go of everything: the client may hold on to the statement that it sent last. */
  #finish(error: Error | null): void {
    const [done, columns, rows] = [this.#done, this.#columns, this.#rows]
    this.#done = null
    this.#rows = []
    done?.(error, { columns, rows })
  }
}

const parserOf = (typeId: number) => types.getTypeParser(typeId, 'text') as unknown as Column['parse']

/** A parameter as text, as far as pipelined statements have them. */
function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return arrayLiteral(value.map(String))
  return value instanceof Date ? value.toISOString() : String(value)
}
