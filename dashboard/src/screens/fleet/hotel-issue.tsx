import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import classes from './fleet.module.css'
import { HotelLink } from './hotel-link.tsx'
import { type FleetHotel, nameOf } from './query.ts'

interface HotelIssueProps {
  readonly hotel: FleetHotel
  /** In a few words. */
  readonly what: string
  /** What is wrong, and where it can be mended. */
  readonly children: ReactNode
}

/** Something open at a hotel, for a person. */
export function HotelIssue({ hotel, what, children }: HotelIssueProps) {
  return (
    <li className={classes.issue}>
      <Group gap="sm" wrap="wrap">
        <StatusBadge status="OPEN" />
        <Text span fw={600}>
          <HotelLink hotel={hotel}>{nameOf(hotel)}</HotelLink>
        </Text>
        <Text span size="sm" c="dimmed">
          {what}
        </Text>
      </Group>
      {children}
    </li>
  )
}
