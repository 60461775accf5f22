import { Code } from '@mantine/core'
import { Section } from '../../ui/page/section.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { formatCount, formatNumber } from '../../ui/values/format.ts'
import type { Run } from './describe-run.ts'

type UnreadValue = Run['unreadValues'][number]

/** Values that fell to nothing or to their default, field by field: the items are stored without them. */
export function UnreadValues({ run: { unreadCount, unreadValues } }: { run: Run }) {
  if (unreadCount === 0) return null
  const shown = unreadValues.reduce((sum, { count }) => sum + count, 0)
  const rest = unreadCount > shown ? ` The table has the first ${formatNumber(shown)}.` : ''
  const values = formatCount(unreadCount, 'value')
  return (
    <Section
      title="Values that could not be read"
      description={`The records are stored, but ${values} of the PMS meant nothing here.${rest} Correct them in the PMS, or ask for support of the new value.`}
    >
      <DataTable caption="Values that could not be read" columns={columns} rows={unreadValues} keyOf={keyOf} />
    </Section>
  )
}

const columns: Column<UnreadValue>[] = [
  { header: 'Field', cell: ({ path }) => <Code fz="xs">{path}</Code> },
  { header: 'Found', cell: ({ found }) => found },
  { header: 'Stored instead', cell: ({ used }) => (used === 'null' ? 'nothing' : used) },
  { header: 'Times', isNumber: true, cell: ({ count }) => formatNumber(count) },
  { header: 'First item', cell: ({ externalId }) => <Code fz="xs">{externalId}</Code> },
]

const keyOf = ({ path, found, used }: UnreadValue) => [path, found, used].join(' ')
