import { Stack, Text } from '@mantine/core'
import { SupportText } from '../../../ui/actions/support-text.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { StreamLine } from '../../../ui/stream/stream-line.tsx'
import { Facts } from '../../../ui/values/facts.tsx'
import { formatDuration } from '../../../ui/values/format.ts'
import type { Account, Configuration } from '../query.ts'

/** The connection that a PMS tells of changes over, and what to order for it; nothing for a PMS without. */
export function Stream({ provider, configuration, timeZone }: Account) {
  const { stream } = configuration
  if (!stream) return null
  const { name, streamSetup } = provider
  return (
    <Section title="Stream" description={`${name} can report changes over a connection that stays open.`}>
      <Stack>
        <StreamLine stream={stream} name={name} timeZone={timeZone} />
        {stream.state !== 'OFF' && <StreamFacts stream={stream} />}
        {stream.state === 'OFF' && (
          <Text size="sm">Have it enabled by the PMS, then switch it on in the settings of the connection.</Text>
        )}
        {streamSetup && <SupportText name={name} text={streamSetup} />}
      </Stack>
    </Section>
  )
}

function StreamFacts({ stream }: { stream: NonNullable<Configuration['stream']> }) {
  const { offset, lagMs, reconnects, lastCloseCode } = stream
  return (
    <Facts
      facts={[
        ['Position', offset],
        ['Delay of the last message', lagMs != null && formatDuration(lagMs)],
        ['Reconnected', `${reconnects.toLocaleString('en')} ${reconnects === 1 ? 'time' : 'times'}`],
        ['Last closed with', lastCloseCode != null && String(lastCloseCode)],
      ]}
    />
  )
}
