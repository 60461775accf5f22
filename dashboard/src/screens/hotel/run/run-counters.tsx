import { Group, Text } from '@mantine/core'
import { formatNumber } from '../../../ui/values/format.ts'
import type { Run } from './run.ts'

/** The results of the items so far. */
export function RunCounters({ run }: { run: Run }) {
  const { created, updated, unchanged, failed, deleted } = run
  const counters = { created, updated, unchanged, failed, deleted }
  return (
    <Group gap="4px 20px" mt="xs" component="ul" p={0} my={0} style={{ listStyle: 'none' }}>
      {Object.entries(counters).map(([word, count]) => (
        <Text key={word} component="li" size="sm" {...(count === 0 && { c: 'dimmed' })}>
          <Text span inherit fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
            {formatNumber(count)}
          </Text>{' '}
          {word}
        </Text>
      ))}
    </Group>
  )
}
