import { Progress } from '@mantine/core'
import { describeProgress } from './describe-run.ts'
import type { Run } from './run.ts'
import classes from './run-bar.module.css'

/** Per cent of the bar that moves while nobody knows how much there is. */
const UNKNOWN_WIDTH = 30
const COLORS = { COMPLETED: 'teal', PARTIAL: 'orange', FAILED: 'red', CANCELLED: 'gray' } as const

/** How far a run is; striped while it waits, moving while nobody knows how much there is. */
export function RunBar({ run, label, waiting }: { run: Run; label: string; waiting: string | null }) {
  const { status, phase, processed, total } = run
  const percent = phase === 'ENDED' ? 100 : total ? Math.min((processed / total) * 100, 100) : null
  const color = status in COLORS ? COLORS[status as keyof typeof COLORS] : waiting ? 'orange' : undefined
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent === null ? undefined : Math.round(percent)}
      aria-valuetext={[describeProgress(run), waiting].filter(Boolean).join(', ')}
      data-waiting={waiting !== null}
    >
      <Progress.Root size="lg">
        <Progress.Section
          withAria={false}
          value={percent ?? UNKNOWN_WIDTH}
          {...(color && { color })}
          striped={waiting !== null}
          className={percent === null && waiting === null ? (classes.unknown ?? '') : ''}
        />
      </Progress.Root>
    </div>
  )
}
