import { useState } from 'react'
import { type Conflict, idOf } from './query.ts'

/** Whether the PMS has something else than when the conflict was first shown: whoever has read it has to read again. */
export function useMoved(shown: readonly Conflict[]): (conflict: Conflict) => boolean {
  const [seen] = useState(() => new Map<string, string>())
  for (const conflict of shown) if (!seen.has(idOf(conflict))) seen.set(idOf(conflict), conflict.version)
  return (conflict) => seen.get(idOf(conflict)) !== conflict.version
}
