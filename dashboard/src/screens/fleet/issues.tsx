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
import { IncompleteHotel } from './incomplete-hotel.tsx'
import { type FleetHotel, nameOf, type StreamDownHotel, zoneOf } from './query.ts'
import { StreamDown } from './stream-down.tsx'
import { UndecidedChanges } from './undecided-changes.tsx'

interface Listed<Hotel = FleetHotel> {
  readonly nodes: readonly Hotel[]
  readonly totalCount: number
}

interface IssuesProps {
  /** Whose data is not up to date, the worst first. */
  readonly urgent: Listed
  /** Some of whose changes wait for a person. */
  readonly undecided: Listed
  /** Some of whose items could not be stored. */
  readonly incomplete: Listed
  /** Whose changes should come by stream and do not. */
  readonly streamDown: Listed<StreamDownHotel>
}

/** The hotels that need attention: what is wrong, since when, what to do. */
export function Issues({ urgent, undecided, incomplete, streamDown }: IssuesProps) {
  const { nameOf: pmsOf } = useProviderNames()
  const isEmpty = [urgent, undecided, incomplete, streamDown].every(({ nodes }) => nodes.length === 0)
  return (
    <Section title="Needs attention">
      {isEmpty ? (
        <Text c="dimmed">Nothing: the data of every synced hotel is complete and up to date.</Text>
      ) : (
        <Stack component="ul" gap={0} className={classes.issues ?? ''}>
          {urgent.nodes.flatMap(issuesOf).map((issue) => (
            <IssueItem key={issue.key} issue={issue} pms={pmsOf(issue.provider)} />
          ))}
          {undecided.nodes.map((hotel) => (
            <UndecidedChanges key={`undecided ${hotel.hotelId}`} hotel={hotel} />
          ))}
          {incomplete.nodes.map((hotel) => (
            <IncompleteHotel key={`incomplete ${hotel.hotelId}`} hotel={hotel} />
          ))}
          {streamDown.nodes.map((hotel) => (
            <StreamDown key={`stream ${hotel.hotelId}`} hotel={hotel} />
          ))}
        </Stack>
      )}
      <More count={urgent.totalCount - urgent.nodes.length}>attention: they are at the top of the list below.</More>
      <More count={undecided.totalCount - undecided.nodes.length}>attention for their changes.</More>
      <More count={incomplete.totalCount - incomplete.nodes.length}>attention for failed items.</More>
      <More count={streamDown.totalCount - streamDown.nodes.length}>attention for their stream.</More>
    </Section>
  )
}

function More({ count, children }: { count: number; children: string }) {
  if (count <= 0) return null
  return (
    <Text size="sm" c="dimmed" mt="sm">
      {formatCount(count, 'more hotel needs', 'more hotels need')} {children}
    </Text>
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
