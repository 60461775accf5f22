import { Code, Group, Stack, Text } from '@mantine/core'
import { TextLink } from '../../ui/actions/link.tsx'
import { Section } from '../../ui/page/section.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { formatCount } from '../../ui/values/format.ts'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import { describeIssue, type Issue, issuesOf } from './describe-issue.ts'
import classes from './fleet.module.css'
import { HotelLink } from './hotel-link.tsx'
import { type FleetHotel, nameOf, zoneOf } from './query.ts'

/** The hotels that need attention first: what is wrong, since when, what to do. */
export function Issues({ hotels, total }: { hotels: readonly FleetHotel[]; total: number }) {
  const { nameOf: pmsOf } = useProviderNames()
  const more = total - hotels.length
  return (
    <Section title="Needs attention">
      {hotels.length === 0 ? (
        <Text c="dimmed">Nothing: the data of every synced hotel is up to date.</Text>
      ) : (
        <Stack component="ul" gap={0} className={classes.issues ?? ''}>
          {hotels.flatMap(issuesOf).map((issue) => (
            <IssueItem key={issue.key} issue={issue} pms={pmsOf(issue.provider)} />
          ))}
        </Stack>
      )}
      {more > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {formatCount(more, 'more hotel needs', 'more hotels need')} attention: they are at the top of the list below.
        </Text>
      )}
    </Section>
  )
}

function IssueItem({ issue, pms }: { issue: Issue; pms: string }) {
  const { hotel, state, what, since, code } = issue
  const { wrong, next } = describeIssue(issue, pms)
  return (
    <li className={classes.issue}>
      <Group gap="sm" wrap="wrap">
        <StatusBadge status={state} />
        <Text span fw={600}>
          <HotelLink hotel={hotel}>{nameOf(hotel)}</HotelLink>
        </Text>
        <Text span size="sm" c="dimmed">
          {pms} · {what}
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
      <Remedy issue={issue} pms={pms} />
    </li>
  )
}

const SETTINGS: readonly Issue['errorClass'][] = ['AUTH', 'CONFIGURATION', 'RATE']

/** Leads to where it can be fixed. */
function Remedy({ issue: { hotel, provider, errorClass }, pms }: { issue: Issue; pms: string }) {
  return SETTINGS.includes(errorClass) ? (
    <TextLink size="sm" to="/hotels/$hotelId/configurations/$provider" params={{ hotelId: hotel.hotelId, provider }}>
      Settings of {pms}
    </TextLink>
  ) : (
    <TextLink size="sm" to="/syncs" search={{ hotel: hotel.hotelId, provider }}>
      Last syncs of the hotel
    </TextLink>
  )
}
