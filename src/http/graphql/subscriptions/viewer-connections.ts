import type { Viewer } from '../../../security/viewer.ts'

/** Long-lived connections of this process, WebSocket and event streams together, by whose they are. */
export interface ViewerConnections {
  /** @returns leaves, once; null when the viewer has as many as it may */
  enter(viewer: Viewer): (() => void) | null
}

export function createViewerConnections(limit: number): ViewerConnections {
  const open = new Map<string, number>()
  const change = (subject: string, by: 1 | -1) => {
    const count = (open.get(subject) ?? 0) + by
    if (count === 0) open.delete(subject)
    else open.set(subject, count)
  }
  return {
    enter({ subject }) {
      if ((open.get(subject) ?? 0) >= limit) return null
      change(subject, 1)
      let isIn = true
      return () => {
        if (isIn) change(subject, -1)
        isIn = false
      }
    },
  }
}
