import type { ScopedDatabase, Sql } from '../../src/platform/database/database.ts'

/** A database as a process sees it that is killed while it works. */
export interface DyingDatabase {
  readonly database: ScopedDatabase
  /** Whether it was done before it would have died. */
  survived(): boolean
}

/**
 * From its statement number `last` on nothing gets through, which is what the database sees of a kill; what it began is
 * rolled back. The answer to a COMMIT is a statement of its own here: it may be lost after all is stored.
 */
export function dyingAt(last: number, whole: ScopedDatabase): DyingDatabase {
  let statements = 0
  const step = () => {
    statements += 1
    if (statements >= last) throw new Error('killed')
  }
  const fragile = (sql: Sql): Sql => ({
    query: async (text, params) => {
      step()
      return sql.query(text, params)
    },
  })
  const fragileDatabase = (scoped: ScopedDatabase): ScopedDatabase => ({
    ...scoped,
    ...fragile(scoped),
    within: (hotelIds) => fragileDatabase(scoped.within(hotelIds)),
    async transaction(work) {
      step()
      const result = await scoped.transaction((tx) => work({ ...tx, ...fragile(tx) }))
      step()
      return result
    },
  })
  return { database: fragileDatabase(whole), survived: () => statements < last }
}
