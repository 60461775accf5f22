import { Code, Text } from '@mantine/core'
import { Facts } from '../../ui/facts.tsx'
import { TextLink } from '../../ui/link.tsx'
import { useNow } from '../../ui/now.ts'
import { TimeText } from '../../ui/time-text.tsx'
import type { Account, Endpoint } from './query.ts'

/** What is known of the address, and whether the system uses it as it should. */
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
        ['Address', <Code key="url">{url}</Code>],
        ['Made', time(rotatedAt)],
        ['The one before', isOverlap && <>accepted until {time(previousUntil)}</>],
        ['Proof of origin', headerNames.length > 0 ? `Signature in ${headerNames.join(', ')}` : 'The secret address'],
        [
          'Last message',
          <>
            {time(lastEventAt, 'none yet')} ·{' '}
            <TextLink to="/webhooks" search={{ hotel: hotelId, provider: provider.key }} underline="always">
              see all
            </TextLink>
          </>,
        ],
        ['Refused', <Refused key="refused" endpoint={endpoint} timeZone={timeZone} />],
        ['Being caught up', backfillOwedSince && <>changes since {time(backfillOwedSince)}</>],
      ]}
    />
  )
}

function Refused({ endpoint, timeZone }: { endpoint: Endpoint; timeZone: string }) {
  const { refusedCount, lastRefusedAt } = endpoint
  if (refusedCount === 0) return 'none'
  return (
    <>
      {refusedCount.toLocaleString('en')} with a bad signature or an old date, the last{' '}
      <TimeText at={lastRefusedAt} timeZone={timeZone} />
      <Text size="sm" c="dimmed">
        Does the system sign with the secret that was made last?
      </Text>
    </>
  )
}
