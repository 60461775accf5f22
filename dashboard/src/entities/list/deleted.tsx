import { Text } from '@mantine/core'

/** Marks a row that the PMS no longer has. */
export function Deleted({ at }: { at: string | null | undefined }) {
  if (!at) return null
  return (
    <Text size="xs" fw={400} c="dimmed">
      ■ deleted in the PMS
    </Text>
  )
}
