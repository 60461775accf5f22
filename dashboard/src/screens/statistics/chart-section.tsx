import { Button, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { PageState, type QueryState } from '../../ui/page/page-state.tsx'
import { Section } from '../../ui/page/section.tsx'

export interface ChartSectionProps<Data> {
  readonly title: string
  readonly description: string
  readonly query: QueryState<Data>
  readonly isEmpty: (data: Data) => boolean
  /** Said where there is nothing to draw. */
  readonly empty: string
  readonly children: (data: Data, isTable: boolean) => ReactNode
}

/** A card with a chart or several, which can be read as tables, too. */
export function ChartSection<Data>({ title, description, query, isEmpty, empty, children }: ChartSectionProps<Data>) {
  const [isTable, setTable] = useState(false)
  return (
    <Section
      title={title}
      description={description}
      actions={
        <Button
          variant="default"
          size="xs"
          aria-pressed={isTable}
          aria-label={`Show “${title}” as a table`}
          onClick={() => setTable(!isTable)}
        >
          Table
        </Button>
      }
    >
      <PageState query={query} skeleton={null} isEmpty={isEmpty} empty={<Text c="dimmed">{empty}</Text>}>
        {(data) => <Stack gap="lg">{children(data, isTable)}</Stack>}
      </PageState>
    </Section>
  )
}
