import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { describeFailureRate } from '../../ui/values/failure-rate.ts'
import { formatNumber } from '../../ui/values/format.ts'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import { CAUSES, type FailureRate } from './failure-causes.ts'

export function FailureTable({ rates }: { rates: readonly FailureRate[] }) {
  const { nameOf } = useProviderNames()
  const columns: Column<FailureRate>[] = [
    { header: 'PMS', cell: ({ provider }) => nameOf(provider) },
    { header: 'Failed syncs', isNumber: true, cell: describeFailureRate },
    { header: 'Causes', cell: causesOf },
    { header: 'Codes', cell: ({ classes }) => classes.flatMap(({ errorCodes }) => errorCodes).join(', ') || '–' },
  ]
  return (
    <DataTable caption="How often syncs failed" columns={columns} rows={rates} keyOf={({ provider }) => provider} />
  )
}

const causesOf = ({ classes }: FailureRate) =>
  classes.map(({ errorClass, runs }) => `${CAUSES[errorClass]}: ${formatNumber(runs)}`).join(', ') || '–'
