import { setTimeout as delay } from 'node:timers/promises'
import type { Change } from '../../entities/change.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { findChange } from '../parts/rows.ts'

const FIRST_LOOK_MS = 10
const LAST_LOOK_MS = 500

/** Whether nothing becomes of it by itself any more. */
export const isSettled = ({ state, endedAt, waitingFor }: Pick<Change, 'state' | 'endedAt' | 'waitingFor'>) =>
  endedAt !== null || state === 'CONFLICT' || waitingFor === 'PERSON'

/** Looks at the change until it has ended, ever less often. */
export async function waitForChange({ database }: ChangeDeps, asked: Change, signal?: AbortSignal): Promise<Change> {
  let change = asked
  for (let waitMs = FIRST_LOOK_MS; !isSettled(change); waitMs = Math.min(waitMs * 2, LAST_LOOK_MS)) {
    const isOver = await delay(waitMs, false, signal === undefined ? {} : { signal }).catch(() => true)
    change = (await findChange(database, change.id)) ?? change
    if (isOver) return change
  }
  return change
}
