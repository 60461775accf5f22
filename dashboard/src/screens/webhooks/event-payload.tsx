import { Text } from '@mantine/core'
import { useViewer } from '../../session/session.ts'
import { CopyTextButton } from '../../ui/actions/copy-text.tsx'
import { Section } from '../../ui/page/section.tsx'
import { JsonView } from '../../ui/values/json-view.tsx'

/** The event as it was received. It may name guests, so not everybody sees it. */
export function EventPayload({ payload }: { payload: Record<string, unknown> | null | undefined }) {
  const mayRead = useViewer().may('ADMIN_EDIT')
  if (!mayRead || !payload) {
    return (
      <Section title="Payload">
        <Text size="sm">
          {mayRead
            ? 'The event has no payload.'
            : 'The payload may contain guests’ personal data. The permission ADMIN_EDIT is needed to see it.'}
        </Text>
      </Section>
    )
  }
  const text = JSON.stringify(payload, null, 2)
  return (
    <Section
      title="Payload"
      description="As received, without secrets and card numbers."
      actions={<CopyTextButton value={text} label="the payload" />}
    >
      <JsonView value={payload} marked={[]} />
    </Section>
  )
}
