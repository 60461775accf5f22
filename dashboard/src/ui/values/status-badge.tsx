import classes from './status-badge.module.css'
import { LOOKS, type Status } from './statuses.ts'

/** A sign and a word, so that nobody has to tell colours apart. */
export function StatusBadge({ status }: { status: Status }) {
  const { word, sign, color } = LOOKS[status]
  return (
    <span className={classes.badge} data-status={status}>
      <span aria-hidden className={classes.sign} style={{ color: `var(--mantine-color-${color}-text)` }}>
        {sign}
      </span>
      <span className={classes.word}>{word}</span>
    </span>
  )
}
