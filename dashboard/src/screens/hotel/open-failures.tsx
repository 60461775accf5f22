import { Text } from '@mantine/core'
import { TextLink } from '../../ui/actions/link.tsx'
import { Section } from '../../ui/page/section.tsx'
import { formatCount } from '../../ui/values/format.ts'

/** What somebody has to do before everything of the hotel is stored. */
export function OpenFailures({ hotelId, count }: { hotelId: string; count: number }) {
  if (count === 0) return null
  return (
    <Section title="Needs attention">
      <Text>
        <Text span inherit aria-hidden fw={700} c="var(--mantine-color-orange-text)">
          ◐{' '}
        </Text>
        {formatCount(count, 'item')} could not be stored. Fix the causes, then replay the items.{' '}
        <TextLink to="/syncs/failures" search={{ hotel: hotelId, state: 'open' }} underline="always">
          Failed items
        </TextLink>
      </Text>
    </Section>
  )
}
