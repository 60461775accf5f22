import { Checkbox, Group, Text } from '@mantine/core'
import type { PmsConflictChoice } from '../../gql/graphql.ts'
import { useViewer } from '../../session/session.ts'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import classes from './conflicts.module.css'

interface SelectionProps {
  readonly all: number
  readonly chosen: number
  readonly onAll: () => void
  readonly onDecide: (choice: PmsConflictChoice) => void
}

/** Several conflicts at once. */
export function Selection({ all, chosen, onAll, onDecide }: SelectionProps) {
  const blocked = chosen === 0 ? 'Select some conflicts first.' : undefined
  return (
    <Group className={classes.bar ?? ''} gap="sm" role="group" aria-label="Several at once">
      <Checkbox
        label="Select all"
        checked={chosen === all}
        indeterminate={chosen > 0 && chosen < all}
        disabled={!useViewer().may('ADMIN_EDIT')}
        onChange={onAll}
      />
      <Text size="sm" role="status" miw={90}>
        {chosen > 0 && `${chosen} selected`}
      </Text>
      <PermissionButton size="xs" variant="default" blocked={blocked} onClick={() => onDecide('OURS')}>
        Send ours …
      </PermissionButton>
      <PermissionButton size="xs" variant="default" blocked={blocked} onClick={() => onDecide('THEIRS')}>
        Keep theirs …
      </PermissionButton>
    </Group>
  )
}
