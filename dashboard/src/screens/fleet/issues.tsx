import { Code, Group, Stack, Text } from '@mantine/core'
import { formatCount } from '../../ui/format.ts'
import { TextLink } from '../../ui/link.tsx'
import { useProviderNames } from '../../ui/provider-names.ts'
import { Section } from '../../ui/section.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import classes from './fleet.module.css'
import { HotelLink } from './hotel-link.tsx'
import { describeIssue, type Issue, issuesOf } from './issue-words.ts'
import { type FleetHotel, nameOf, zoneOf } from './query.ts'

/** The hotels that need somebody soonest: what is wrong, since when, what to do. */
export function Issues({ hotels, total }: { hotels: readonly FleetHotel[]; total: number }) {
  const { nameOf: systemOf } = useProviderNames()
  const more = total - hotels.length
  return (
    <Section title="Needs attention">
      {hotels.length === 0 ? (
        <Text c="dimmed">Nothing does: what is stored of every hotel that is synced is up to date.</Text>
      ) : (
        <Stack component="ul" gap={0} className={classes.issues ?? ''}>
          {hotels.flatMap(issuesOf).map((issue) => (
            <IssueItem key={issue.key} issue={issue} system={systemOf(issue.provider)} />
          ))}
        </Stack>
      )}
      {more > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {formatCount(more, 'more hotel needs', 'more hotels need')} attention; the list below starts with all of them.
        </Text>
      )}
    </Section>
  )
}

function IssueItem({ issue, system }: { issue: Issue; system: string }) {
  const { hotel, state, what, since, code } = issue
  const { wrong, next } = describeIssue(issue, system)
  return (
    <li className={classes.issue}>
      <Group gap="sm" wrap="wrap">
        <StatusBadge status={state} />
        <Text span fw={600}>
          <HotelLink hotel={hotel}>{nameOf(hotel)}</HotelLink>
        </Text>
        <Text span size="sm" c="dimmed">
          {system} · {what}
        </Text>
        {since !== null && (
          <Text span size="sm" c="dimmed" component="span">
            since <TimeText at={since} timeZone={zoneOf(hotel)} />
          </Text>
        )}
      </Group>
      <Text size="sm" mt={4}>
        {wrong} {next} {code !== null && <Code>{code}</Code>}
      </Text>
      <Remedy issue={issue} system={system} />
    </li>
  )
}

const SETTINGS: readonly Issue['errorClass'][] = ['AUTH', 'CONFIGURATION', 'RATE']

/** Leads to where it can be mended. */
function Remedy({ issue: { hotel, provider, errorClass }, system }: { issue: Issue; system: string }) {
  return SETTINGS.includes(errorClass) ? (
    <TextLink size="sm" to="/hotels/$hotelId/systems/$provider" params={{ hotelId: hotel.hotelId, provider }}>
      Settings of {system}
    </TextLink>
  ) : (
    <TextLink size="sm" to="/syncs" search={{ hotel: hotel.hotelId, provider }}>
      Its last syncs
    </TextLink>
  )
}
