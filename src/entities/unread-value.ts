/** A kind of value that a run could not read, and what stands in its place. Never a guest's data. */
export interface UnreadValue {
  /** Dotted path of the field, of the vendor's or of ours; `*` for any entry of a list. */
  readonly path: string
  /** What was there: a word of the vendor's, or what kind of thing it is. */
  readonly found: string
  /** What is stored instead; `null` where nothing is. */
  readonly used: string
  /** How often. */
  readonly count: number
  /** The first item with it. */
  readonly externalId: string
}
