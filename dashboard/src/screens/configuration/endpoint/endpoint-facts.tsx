import { Code, Text } from '@mantine/core'
import { TextLink } from '../../../ui/actions/link.tsx'
import { useNow } from '../../../ui/time/now.ts'
import { TimeText } from '../../../ui/time/time-text.tsx'
import { Facts } from '../../../ui/values/facts.tsx'
import type { Account, Endpoint } from '../query.ts'

/** The endpoint, its last event, and what it has rejected. */
export function EndpointFacts({ account, endpoint }: { account: Account; endpoint: Endpoint }) {
  const { hotelId, timeZone, provider } = account
  const { url, rotatedAt, previousUntil, lastEventAt, headerNames, backfillOwedSince } = endpoint
  const now = useNow()
  const isOverlap = previousUntil != null && Date.parse(previousUntil) > now
  const time = (at: string | null | undefined, never?: string) => (
    <TimeText at={at} timeZone={timeZone} {...(never && { never })} />
  )
  return (
    <Facts
      facts={[
        ['URL', <Code key="url">{url}</Code>],
        ['Created', time(rotatedAt)],
        ['Previous URL', isOverlap && <>valid until {time(previousUntil)}</>],
        ['Verification', headerNames.length > 0 ? `Signature in ${headerNames.join(', ')}` : 'Secret URL'],
        [
          'Last event',
          <>
            {time(lastEventAt, 'none yet')} ·{' '}
            <TextLink to="/webhooks" search={{ hotel: hotelId, provider: provider.key }} underline="always">
              see all
            </TextLink>
          </>,
        ],
        ['Rejected', <Refused key="refused" endpoint={endpoint} timeZone={timeZone} />],
        ['Catching up', backfillOwedSince && <>changes since {time(backfillOwedSince)}</>],
      ]}
    />
  )
}

function Refused({ endpoint, timeZone }: { endpoint: Endpoint; timeZone: string }) {
  const { refusedCount, lastRefusedAt } = endpoint
  if (refusedCount === 0) return 'none'
  return (
    <>
      {refusedCount.toLocaleString('en')} with an invalid signature or timestamp, the last{' '}
      <TimeText at={lastRefusedAt} timeZone={timeZone} />
      <Text size="sm" c="dimmed">
        Check that the PMS uses the latest secret.
      </Text>
    </>
  )
}
