import { Text, Title } from '@mantine/core'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { formatDay } from '../../ui/values/format.ts'
import type { Refusal } from './query.ts'

const KINDS = { AVAILABILITY: 'Rooms left', RATE: 'Prices' } as const

const columns: Column<Refusal>[] = [
  {
    header: 'Days',
    cell: ({ from, to }) => (from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`),
  },
  { header: 'What', cell: ({ kind, channelId }) => `${KINDS[kind]} of ${channelId}` },
  { header: 'Why', cell: ({ reason }) => reason },
  { header: 'Now', cell: ({ isClosed }) => (isClosed ? 'closed there' : 'to be closed there') },
]

/** What a channel warned about: it did not take these days, so that they are not sold there. */
export function RefusedDays({ refused }: { refused: readonly Refusal[] }) {
  if (refused.length === 0) return null
  return (
    <div>
      <Title order={3} size="h5" mb={4}>
        Warnings
      </Title>
      <Text size="sm" mb="xs">
        The channel did not take these days. They are closed there until it takes a later change of them.
      </Text>
      <DataTable
        caption="Days that the channel did not take"
        columns={columns}
        rows={refused}
        keyOf={({ kind, channelId, from, to }) => [kind, channelId, from, to].join(' ')}
      />
    </div>
  )
}
