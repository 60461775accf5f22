import { Code } from '@mantine/core'

/** Fields that only the PMS has names for, as they came. */
export function RawJson({ value }: { value: Record<string, unknown> }) {
  return (
    <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {JSON.stringify(value, null, 2)}
    </Code>
  )
}
