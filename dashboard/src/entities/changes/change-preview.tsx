import { Alert, Text } from '@mantine/core'
import type { ChangeAnswerFragment } from '../../gql/graphql.ts'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import { type Known, namesIn } from './value-names.ts'
import { type FieldChange, fieldChanges, theirChanges } from './words.ts'

type Preview = NonNullable<ChangeAnswerFragment['preview']>

interface ChangePreviewProps {
  readonly preview: Preview | null
  readonly provider: string
  readonly known: Known | undefined
}

/** What would become of a wish, as a look at the PMS has just said. */
export function ChangePreview({ preview, provider, known }: ChangePreviewProps) {
  const { nameOf } = useProviderNames()
  if (preview === null) return null
  const names = namesIn(known)
  const { outcome, base, wanted, theirs, sent, error, errorCode } = preview
  const title = { SEND: 'This is sent', IS_SO: 'Nothing to do', CONFLICT: 'Changed meanwhile', REFUSED: 'Refused' }[
    outcome
  ]
  const along = Object.keys(sent ?? {}).filter((field) => !(field in wanted))
  return (
    <Alert
      color={outcome === 'SEND' ? 'harbour' : 'orange'}
      variant="outline"
      title={title}
      role="status"
      c="var(--mantine-color-text)"
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      data-outcome={outcome}
    >
      {outcome === 'SEND' && <Lines changes={fieldChanges(base, wanted, names)} />}
      {along.length > 0 && <Text size="sm">The request carries as they are: {along.join(', ')}.</Text>}
      {outcome === 'IS_SO' && <Text size="sm">{nameOf(provider)} has it like this already.</Text>}
      {outcome === 'CONFLICT' && (
        <>
          <Text size="sm">{nameOf(provider)} no longer has what you saw:</Text>
          <Lines changes={theirChanges(base, theirs, names)} />
        </>
      )}
      {outcome === 'REFUSED' && (
        <Text size="sm">
          {error} ({errorCode})
        </Text>
      )}
    </Alert>
  )
}

const Lines = ({ changes }: { changes: readonly FieldChange[] }) =>
  changes.map(({ name, before, after }) => (
    <Text key={name} fw={600}>
      {name}: {before} → {after}
    </Text>
  ))
