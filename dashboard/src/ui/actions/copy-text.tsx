import { Button, Code, CopyButton, Group } from '@mantine/core'

/**
 * Something to be copied to the letter.
 * @param label what it is, for the button's name: `the URL`
 */
export function CopyText({ value, label }: { value: string; label: string }) {
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <Code block style={{ flex: 1, minWidth: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {value}
      </Code>
      <CopyTextButton value={value} label={label} />
    </Group>
  )
}

/** @param label as of `CopyText` */
export function CopyTextButton({ value, label }: { value: string; label: string }) {
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button variant="default" onClick={copy} aria-label={`Copy ${label}`} flex="none">
          <span role="status">{copied ? 'Copied' : 'Copy'}</span>
        </Button>
      )}
    </CopyButton>
  )
}
