import { VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'

const EVERY_MS = 10_000

/** Announces to screen readers what changes all the time, at most every ten seconds. */
export function LiveRegion({ text }: { text: string }) {
  const [announced, setAnnounced] = useState(text)
  const announcedAt = useRef(Date.now())
  useEffect(() => {
    const announce = () => {
      announcedAt.current = Date.now()
      setAnnounced(text)
    }
    const timer = window.setTimeout(announce, Math.max(announcedAt.current + EVERY_MS - Date.now(), 0))
    return () => window.clearTimeout(timer)
  }, [text])
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {announced}
    </VisuallyHidden>
  )
}
