import { useQuery } from '@apollo/client/react'
import { Alert, List, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { describeFailure } from '../../../api/failure.ts'
import { graphql } from '../../../gql/gql.ts'

const document = graphql(`
  query SchedulePreview($hotelId: ID!, $syncSchedule: String!) {
    schedulePreview(hotelId: $hotelId, syncSchedule: $syncSchedule, count: 5) {
      timeZone
      runs
    }
  }
`)

const PAUSE_MS = 300

/** A schedule in words, with its next runs: the service knows the hotel's clock, daylight saving included. */
export function SchedulePreview({ hotelId, cron }: { hotelId: string; cron: string }) {
  const [settled] = useDebouncedValue(cron, PAUSE_MS)
  const { data, previousData, error } = useQuery(document, { variables: { hotelId, syncSchedule: settled } })
  const words = useWords(settled)
  if (error) {
    return (
      <Alert color="red" variant="outline" role="alert" title="Invalid schedule" c="var(--mantine-color-text)">
        {describeFailure(error).message}
      </Alert>
    )
  }
  const { runs = [], timeZone = 'UTC' } = (data ?? previousData)?.schedulePreview ?? {}
  return (
    <div role="status" aria-label="Schedule preview">
      <Text size="sm" fw={500} mih={22}>
        {words}
      </Text>
      <Text size="sm" c="dimmed" mt="xs">
        Next five runs:
      </Text>
      <List listStyleType="none" size="sm" mih={109} type="ordered">
        {runs.map((at) => (
          <List.Item key={at}>
            <time dateTime={at}>{momentOf(at, timeZone)}</time>
          </List.Item>
        ))}
      </List>
    </div>
  )
}

/** `Sun, 29 Nov, 03:30 WET`: with the zone, which differs between summer and winter. */
const momentOf = (at: string, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(at))

/** The words come when they are needed: they are no part of the screen’s own chunk. */
function useWords(cron: string): string {
  const [words, setWords] = useState('')
  useEffect(() => {
    let isCurrent = true
    void import('./describe-cron.ts').then(({ describeCron }) => isCurrent && setWords(describeCron(cron)))
    return () => {
      isCurrent = false
    }
  }, [cron])
  return words
}
