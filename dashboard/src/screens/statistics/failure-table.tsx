import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatNumber } from '../../ui/format.ts'
import { useProviderNames } from '../../ui/provider-names.ts'
import { failureWords } from '../../ui/rate-words.ts'
import { CAUSES, type FailureRate } from './failure-words.ts'

export function FailureTable({ rates }: { rates: readonly FailureRate[] }) {
  const { nameOf } = useProviderNames()
  const columns: Column<FailureRate>[] = [
    { header: 'System', cell: ({ provider }) => nameOf(provider) },
    { header: 'Failed syncs', isNumber: true, cell: failureWords },
    { header: 'Causes', cell: causesOf },
    { header: 'Codes', cell: ({ classes }) => classes.flatMap(({ errorCodes }) => errorCodes).join(', ') || '–' },
  ]
  return (
    <DataTable caption="How often syncs failed" columns={columns} rows={rates} keyOf={({ provider }) => provider} />
  )
}

const causesOf = ({ classes }: FailureRate) =>
  classes.map(({ errorClass, runs }) => `${CAUSES[errorClass]}: ${formatNumber(runs)}`).join(', ') || '–'
