import { useQuery } from '@apollo/client/react'
import { Alert, List, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { describeFailure } from '../../api/failure.ts'
import { graphql } from '../../gql/gql.ts'

const document = graphql(`
  query SchedulePreview($hotelId: ID!, $syncSchedule: String!) {
    schedulePreview(hotelId: $hotelId, syncSchedule: $syncSchedule, count: 5) {
      timeZone
      runs
    }
  }
`)

const PAUSE_MS = 300

/** What a schedule says in words, and when it would be due: the service reads the clock of the hotel, its changes included. */
export function SchedulePreview({ hotelId, cron }: { hotelId: string; cron: string }) {
  const [settled] = useDebouncedValue(cron, PAUSE_MS)
  const { data, previousData, error } = useQuery(document, { variables: { hotelId, syncSchedule: settled } })
  const words = useWords(settled)
  if (error) {
    return (
      <Alert color="red" variant="outline" role="alert" title="This is no schedule" c="var(--mantine-color-text)">
        {describeFailure(error).message}
      </Alert>
    )
  }
  const { runs = [], timeZone = 'UTC' } = (data ?? previousData)?.schedulePreview ?? {}
  return (
    <div role="status" aria-label="What the schedule means">
      <Text size="sm" fw={500} mih={22}>
        {words}
      </Text>
      <Text size="sm" c="dimmed" mt="xs">
        The next five times:
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

/** `Sun, 29 Nov, 03:30 WET`: with the zone, which tells summer from winter. */
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
    void import('./cron-words.ts').then(({ cronWords }) => isCurrent && setWords(cronWords(cron)))
    return () => {
      isCurrent = false
    }
  }, [cron])
  return words
}
