import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useViewer } from '../session/session.ts'

/**
 * Personal data, covered until somebody who may change things asks for it.
 * @param label what it is, for the button's name: `e-mail`
 */
export function MaskedText({ value, label }: { value: string | null | undefined; label: string }) {
  const [isShown, setShown] = useState(false)
  const { may } = useViewer()
  if (!value)
    return (
      <Text span c="dimmed">
        –
      </Text>
    )
  return (
    <Group gap="xs" wrap="nowrap" component="span" display="inline-flex">
      <span>{isShown ? value : cover(value)}</span>
      {may('ADMIN_EDIT') && (
        <Button
          variant="default"
          size="compact-xs"
          mih={24}
          onClick={() => setShown(!isShown)}
          aria-label={`${isShown ? 'Hide' : 'Show'} ${label}`}
        >
          {isShown ? 'Hide' : 'Show'}
        </Button>
      )}
    </Group>
  )
}

/** Of one length whatever is under it. */
const cover = (value: string) => `${value.slice(0, 1)}•••••`
