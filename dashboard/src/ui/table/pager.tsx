import { Button, Group } from '@mantine/core'
import type { PageSearch } from './paging.ts'

export interface PagerProps {
  readonly page: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor?: string | null | undefined
    readonly endCursor?: string | null | undefined
  }
  /** Called with the page to go to; put it into the address. */
  readonly onMove: (place: PageSearch) => void
}

/** Back and forth in a list, by cursors: rows that come and go do not shift the pages. */
export function Pager({ page, onMove }: PagerProps) {
  const { hasPreviousPage, hasNextPage, startCursor, endCursor } = page
  if (!hasPreviousPage && !hasNextPage) return null
  return (
    <Group component="nav" aria-label="Pages" justify="flex-end" mt="md">
      <Button
        variant="default"
        disabled={!hasPreviousPage}
        onClick={() => onMove({ before: startCursor ?? undefined, after: undefined })}
      >
        Previous
      </Button>
      <Button
        variant="default"
        disabled={!hasNextPage}
        onClick={() => onMove({ after: endCursor ?? undefined, before: undefined })}
      >
        Next
      </Button>
    </Group>
  )
}
