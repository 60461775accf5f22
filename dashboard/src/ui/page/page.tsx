import { Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'

export interface PageProps {
  readonly title: string
  /** At the end of the title's line. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A screen: its title, on the page and in the tab, and what is under it. */
export function Page({ title, actions, children }: PageProps) {
  return (
    <>
      <title>{`${title} · PMS adapter layer`}</title>
      <Group justify="space-between" align="center" mb="md" mih={36}>
        <Title order={1} size="h2">
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </>
  )
}
