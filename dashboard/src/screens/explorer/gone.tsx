import { Text } from '@mantine/core'

/** Says that the system no longer has it. */
export function Gone({ at }: { at: string | null | undefined }) {
  if (!at) return null
  return (
    <Text size="xs" fw={400} c="dimmed">
      ■ no longer in the system
    </Text>
  )
}
