import type { FleetQuery } from '../../gql/graphql.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { TimeText } from '../../ui/time-text.tsx'

type Account = FleetQuery['configurations']['nodes'][number]

const zoneOf = ({ hotel }: Account) => hotel.pmsRegistration?.timeZone ?? 'UTC'

/** A row an account: a hotel with two systems has two. */
export function AccountsTable({
  accounts,
  providers,
}: {
  accounts: readonly Account[]
  providers: FleetQuery['providers']
}) {
  const nameOf = (key: string) => providers.find((provider) => provider.key === key)?.name ?? key
  const columns: Column<Account>[] = [
    { header: 'Hotel', cell: ({ hotel }) => hotel.pmsRegistration?.name ?? hotel.id },
    { header: 'System', cell: ({ provider }) => nameOf(provider) },
    { header: 'Sync', cell: ({ enabled }) => <StatusBadge status={enabled ? 'ACTIVE' : 'PAUSED'} /> },
    { header: 'Last sync', cell: (account) => <TimeText at={account.lastSyncAt} timeZone={zoneOf(account)} /> },
    {
      header: 'Next sync',
      cell: (account) => <TimeText at={account.nextSyncAt} timeZone={zoneOf(account)} never="not planned" />,
    },
  ]
  return (
    <DataTable
      caption="Hotels and the systems they are synced from"
      columns={columns}
      rows={accounts}
      keyOf={({ id }) => id}
    />
  )
}
