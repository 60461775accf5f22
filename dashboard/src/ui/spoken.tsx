import { VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'

const EVERY_MS = 10_000

/** Reads out what changes all the time, at most every ten seconds and then as it is. */
export function Spoken({ text }: { text: string }) {
  const [spoken, setSpoken] = useState(text)
  const spokenAt = useRef(Date.now())
  useEffect(() => {
    const say = () => {
      spokenAt.current = Date.now()
      setSpoken(text)
    }
    const timer = window.setTimeout(say, Math.max(spokenAt.current + EVERY_MS - Date.now(), 0))
    return () => window.clearTimeout(timer)
  }, [text])
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {spoken}
    </VisuallyHidden>
  )
}
