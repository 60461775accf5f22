import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { TextLink } from '../../ui/actions/link.tsx'
import { Section } from '../../ui/page/section.tsx'
import { formatCount } from '../../ui/values/format.ts'
import type { Account } from './configuration-section.tsx'

interface NeedsAttentionProps {
  readonly hotelId: string
  /** Items that could not be stored. */
  readonly failures: number
  readonly accounts: readonly Account[]
}

/** What somebody has to do before everything of the hotel is as it should be; nothing where nothing is. */
export function NeedsAttention({ hotelId, failures, accounts }: NeedsAttentionProps) {
  const conflicts = accounts.reduce((sum, { openChanges }) => sum + openChanges.conflicts, 0)
  const unknown = accounts.reduce((sum, { openChanges }) => sum + openChanges.forPerson, 0)
  if (failures + conflicts + unknown === 0) return null
  return (
    <Section title="Needs attention">
      <Stack gap="xs">
        {conflicts > 0 && (
          <Line sign="!">
            {formatCount(conflicts, 'change contradicts', 'changes contradict')} what the PMS has by now. Somebody has
            to say which is meant.{' '}
            <TextLink to="/hotels/$hotelId/conflicts" params={{ hotelId }} underline="always">
              Conflicts
            </TextLink>
          </Line>
        )}
        {unknown > 0 && (
          <Line sign="?">
            Of {formatCount(unknown, 'change')} nobody knows whether it was done. Look at the PMS, then say what came of
            it.{' '}
            <TextLink
              to="/hotels/$hotelId/changes"
              params={{ hotelId }}
              search={{ shown: 'unknown' }}
              underline="always"
            >
              Changes
            </TextLink>
          </Line>
        )}
        {failures > 0 && (
          <Line sign="◐">
            {formatCount(failures, 'item')} could not be stored. Fix the causes, then replay the items.{' '}
            <TextLink to="/syncs/failures" search={{ hotel: hotelId, state: 'open' }} underline="always">
              Failed items
            </TextLink>
          </Line>
        )}
      </Stack>
    </Section>
  )
}

function Line({ sign, children }: { sign: string; children: ReactNode }) {
  return (
    <Text>
      <Text span inherit aria-hidden fw={700} c="var(--mantine-color-orange-text)">
        {sign}{' '}
      </Text>
      {children}
    </Text>
  )
}
