import { Text } from '@mantine/core'
import { useViewer } from '../../session/session.ts'
import { CopyTextButton } from '../../ui/copy-text.tsx'
import { JsonView } from '../../ui/json-view.tsx'
import { Section } from '../../ui/section.tsx'

/** The message as it came. It may name guests, so not everybody sees it. */
export function EventPayload({ payload }: { payload: Record<string, unknown> | null | undefined }) {
  const mayRead = useViewer().may('ADMIN_EDIT')
  if (!mayRead || !payload) {
    return (
      <Section title="Message">
        <Text size="sm">
          {mayRead
            ? 'There is nothing in it.'
            : 'What systems send may name guests: it is shown to those with the permission ADMIN_EDIT.'}
        </Text>
      </Section>
    )
  }
  const text = JSON.stringify(payload, null, 2)
  return (
    <Section
      title="Message"
      description="As it came, without secrets and card numbers."
      actions={<CopyTextButton value={text} label="the message" />}
    >
      <JsonView value={payload} marked={[]} />
    </Section>
  )
}
