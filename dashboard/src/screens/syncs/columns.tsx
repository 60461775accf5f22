import type { Column } from '../../ui/data-table.tsx'
import { formatNumber } from '../../ui/format.ts'
import { TextLink } from '../../ui/link.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { ENTITY_NAMES, OPERATION_NAMES, TRIGGER_NAMES } from '../../ui/words.ts'
import classes from './columns.module.css'
import { DurationBar } from './duration-bar.tsx'
import type { Run } from './runs.ts'

/** @param nameOf name of a provider by its key */
export const columnsOf = (nameOf: (provider: string) => string): Column<Run>[] => [
  { header: 'What', width: '21%', cell: (run) => <What run={run} system={nameOf(run.provider)} /> },
  {
    header: 'Started',
    width: '16%',
    cell: ({ startedAt, hotel }) => (
      <TimeText at={startedAt} timeZone={hotel.pmsRegistration?.timeZone ?? 'UTC'} never="not yet" />
    ),
  },
  {
    header: 'Took',
    width: '13%',
    cell: ({ duration, p50DurationMs }) => <DurationBar duration={duration} usual={p50DurationMs} />,
  },
  { header: 'Items', width: '7%', isNumber: true, cell: ({ itemsProcessed }) => formatNumber(itemsProcessed) },
  { header: 'Changes', width: '15%', cell: describeChanges },
  { header: 'Result', width: '14%', cell: ({ status }) => <StatusBadge status={status} /> },
  { header: 'Started by', width: '14%', cell: describeTrigger },
]

function What({ run: { id, entityType, operation, hotel }, system }: { run: Run; system: string }) {
  return (
    <div className={classes.what}>
      <TextLink to="/syncs/$syncLogId" params={{ syncLogId: id }}>
        {ENTITY_NAMES[entityType]} · {OPERATION_NAMES[operation].toLowerCase()}
      </TextLink>
      <span className={classes.place}>
        {hotel.pmsRegistration?.name ?? hotel.id} · {system}
      </span>
    </div>
  )
}

type Counts = Pick<Run, 'itemsCreated' | 'itemsUpdated' | 'itemsDeleted' | 'itemsFailed'>

/** `12 new, 3 changed, 1 failed`; what did not happen is left out. */
export function describeChanges({ itemsCreated, itemsUpdated, itemsDeleted, itemsFailed }: Counts): string {
  const kinds = { new: itemsCreated, changed: itemsUpdated, gone: itemsDeleted, failed: itemsFailed }
  const happened = Object.entries(kinds).filter(([, count]) => count > 0)
  return happened.map(([kind, count]) => `${formatNumber(count)} ${kind}`).join(', ') || 'none'
}

/** What started it, and who where it was a person. */
export function describeTrigger({ trigger, triggeredBy }: Pick<Run, 'trigger' | 'triggeredBy'>): string {
  const isPerson = trigger === 'MANUAL' || trigger === 'REPLAY'
  return isPerson && triggeredBy ? `${triggeredBy}${trigger === 'REPLAY' ? ', again' : ''}` : TRIGGER_NAMES[trigger]
}
