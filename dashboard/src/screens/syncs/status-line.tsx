import { Button, Group, Text } from '@mantine/core'
import { formatCount } from '../../ui/values/format.ts'
import classes from './status-line.module.css'
import { MOST_NEW } from './use-runs.ts'

/** Where it ends while it is stuck under the header, in px. */
export const STATUS_LINE_END = 96

export interface StatusLineProps {
  readonly total: number
  readonly newRuns: number
  readonly onShow: () => void
}

/** Stays in sight over the table. New runs wait here until they are asked for: no row moves away from under a pointer. */
export function StatusLine({ total, newRuns, onShow }: StatusLineProps) {
  const isMany = newRuns >= MOST_NEW
  return (
    <Group className={classes.line ?? ''} justify="space-between" wrap="nowrap">
      <Text size="sm" c="dimmed">
        {formatCount(total, 'sync')}
      </Text>
      <div role="status">
        {newRuns > 0 && (
          <Button size="compact-sm" onClick={onShow}>
            Show {isMany ? `${MOST_NEW} or more` : newRuns} new {newRuns === 1 ? 'sync' : 'syncs'}
          </Button>
        )}
      </div>
    </Group>
  )
}
