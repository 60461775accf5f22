/** A gauge whose values come from tables, and so are those of all processes together. */
export interface TableGauge {
  readonly name: string
  readonly meaning: string
  /** Rows of `value` and the labels. */
  readonly sql: string
}
