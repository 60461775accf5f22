import { Alert } from '@mantine/core'
import { TextLink } from '../../ui/actions/link.tsx'
import { useProviderNames } from '../../ui/values/provider-names.ts'

interface WritesOffProps {
  readonly hotelId: string
  readonly accounts: readonly {
    readonly id: string
    readonly provider: string
    readonly enabled: boolean
    readonly writeEnabled: boolean
  }[]
}

/** Says where nothing is sent: changes are not switched on, or the connection is paused. */
export function WritesOff({ hotelId, accounts }: WritesOffProps) {
  const { nameOf } = useProviderNames()
  const held = accounts.filter(({ enabled, writeEnabled }) => !(enabled && writeEnabled))
  return held.map(({ id, provider, enabled }) => (
    <Alert key={id} color="yellow" variant="outline" mb="md" c="var(--mantine-color-text)">
      {enabled
        ? `Changes at ${nameOf(provider)} are switched off: nothing is sent.`
        : `The connection with ${nameOf(provider)} is paused: changes wait until it is resumed, or expire.`}{' '}
      <TextLink to="/hotels/$hotelId/configurations/$provider" params={{ hotelId, provider }} underline="always">
        Configuration
      </TextLink>
    </Alert>
  ))
}
