import { Group, Text } from '@mantine/core'
import { CopyTextButton } from './copy-text.tsx'

/** What a person sends to the support of a PMS. @param name of the PMS */
export function SupportText({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <Group justify="space-between" mb="xs">
        <Text size="sm" fw={500}>
          For {name} support
        </Text>
        <CopyTextButton value={text} label={`the text for ${name} support`} />
      </Group>
      <Text
        size="sm"
        p="sm"
        style={{
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          border: '1px solid var(--mantine-color-default-border)',
          borderRadius: 'var(--mantine-radius-md)',
        }}
      >
        {text}
      </Text>
    </div>
  )
}
