/** How a command went that a PMS had accepted before. */
export interface CommandOutcome {
  /** What the vendor's acceptance said, or the id of the change where that was the vendor's key. */
  readonly token: string
  readonly state: 'DONE' | 'REFUSED'
  /** Why it was refused, in the vendor's words. */
  readonly errors: readonly string[]
}
