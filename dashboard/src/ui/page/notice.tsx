import { Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

export interface NoticeProps {
  readonly title: string
  readonly children?: ReactNode
  /** What to do next: buttons or links. */
  readonly actions?: ReactNode
  /** `alert` is read out at once. */
  readonly role?: 'alert' | 'status'
}

/** Stands where content would be: there is none, it failed, or it is not for this viewer. */
export function Notice({ title, children, actions, role }: NoticeProps) {
  return (
    <Paper withBorder p="xl" role={role}>
      <Stack align="flex-start" gap="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        {children !== undefined && (
          <Text component="div" c="dimmed">
            {children}
          </Text>
        )}
        {actions}
      </Stack>
    </Paper>
  )
}
