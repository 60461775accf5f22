import { pluralLabel } from '../../entities/registry.ts'
import { TextLink } from '../../ui/actions/link.tsx'
import type { Column } from '../../ui/table/data-table.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { formatNumber } from '../../ui/values/format.ts'
import { OPERATION_LABELS, TRIGGER_LABELS } from '../../ui/values/labels.ts'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import classes from './columns.module.css'
import { DurationBar } from './duration-bar.tsx'
import type { Run } from './runs.ts'

/** @param nameOf name of a provider by its key */
export const columnsOf = (nameOf: (provider: string) => string): Column<Run>[] => [
  { header: 'Sync', width: '21%', cell: (run) => <What run={run} pms={nameOf(run.provider)} /> },
  {
    header: 'Started',
    width: '16%',
    cell: ({ startedAt, hotel }) => (
      <TimeText at={startedAt} timeZone={hotel.pmsRegistration?.timeZone ?? 'UTC'} never="not yet" />
    ),
  },
  {
    header: 'Duration',
    width: '13%',
    cell: ({ duration, p50DurationMs }) => <DurationBar duration={duration} usual={p50DurationMs} />,
  },
  { header: 'Items', width: '7%', isNumber: true, cell: ({ itemsProcessed }) => formatNumber(itemsProcessed) },
  { header: 'Changes', width: '15%', cell: describeChanges },
  { header: 'Result', width: '14%', cell: ({ status }) => <StatusBadge status={status} /> },
  { header: 'Started by', width: '14%', cell: describeTrigger },
]

function What({ run: { id, entityType, operation, hotel }, pms }: { run: Run; pms: string }) {
  return (
    <div className={classes.what}>
      <TextLink to="/syncs/$syncLogId" params={{ syncLogId: id }}>
        {pluralLabel(entityType)} · {OPERATION_LABELS[operation].toLowerCase()}
      </TextLink>
      <span className={classes.place}>
        {hotel.pmsRegistration?.name ?? hotel.id} · {pms}
      </span>
    </div>
  )
}

type Counts = Pick<Run, 'itemsCreated' | 'itemsUpdated' | 'itemsDeleted' | 'itemsFailed'>

/** `12 new, 3 changed, 1 failed`; what did not happen is left out. */
export function describeChanges({ itemsCreated, itemsUpdated, itemsDeleted, itemsFailed }: Counts): string {
  const kinds = { created: itemsCreated, updated: itemsUpdated, deleted: itemsDeleted, failed: itemsFailed }
  const happened = Object.entries(kinds).filter(([, count]) => count > 0)
  return happened.map(([kind, count]) => `${formatNumber(count)} ${kind}`).join(', ') || 'none'
}

/** What started it, and who where it was a person. */
export function describeTrigger({ trigger, triggeredBy }: Pick<Run, 'trigger' | 'triggeredBy'>): string {
  const isPerson = trigger === 'MANUAL' || trigger === 'REPLAY'
  return isPerson && triggeredBy ? `${triggeredBy}${trigger === 'REPLAY' ? ' (replay)' : ''}` : TRIGGER_LABELS[trigger]
}
