import type { Database } from '../src/platform/database/database.ts'
import { benchAccepting } from './changes/accept.ts'
import { benchApplying } from './changes/apply.ts'
import { benchBulk } from './changes/bulk.ts'
import { benchLists } from './changes/lists.ts'

/** What people wait for when they change something at a PMS, and what others feel of it. */
export async function benchChanges(database: Database): Promise<void> {
  // Before others' changes lie about, which its worker would take up.
  await benchApplying(database)
  await benchAccepting(database)
  await benchLists(database)
  await benchBulk(database)
}
