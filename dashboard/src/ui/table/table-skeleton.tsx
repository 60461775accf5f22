import { Skeleton } from '@mantine/core'

/** Height of a row with its border, in px. */
const ROW = 45

/** As high as a table of so many rows. */
export function TableSkeleton({ rows }: { rows: number }) {
  return <Skeleton height={(rows + 1) * ROW} role="status" aria-label="Loading" />
}
