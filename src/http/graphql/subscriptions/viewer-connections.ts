import type { Viewer } from '../../../security/viewer.ts'

/** Long-lived connections of this process, WebSocket and event streams together, counted by viewer. */
export interface ViewerConnections {
  /** @returns releases the connection, once; null when the viewer has as many as it may */
  acquire(viewer: Viewer): (() => void) | null
}

export function createViewerConnections(limit: number): ViewerConnections {
  const open = new Map<string, number>()
  const change = (subject: string, by: 1 | -1) => {
    const count = (open.get(subject) ?? 0) + by
    if (count === 0) open.delete(subject)
    else open.set(subject, count)
  }
  return {
    acquire({ subject }) {
      if ((open.get(subject) ?? 0) >= limit) return null
      change(subject, 1)
      let isHeld = true
      return () => {
        if (isHeld) change(subject, -1)
        isHeld = false
      }
    },
  }
}
