import { UnstyledButton } from '@mantine/core'
import { pluralLabel } from '../../entities/registry.ts'
import { TextLink } from '../../ui/actions/link.tsx'
import type { Column } from '../../ui/table/data-table.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { formatNumber } from '../../ui/values/format.ts'
import { OPERATION_LABELS, TRIGGER_LABELS } from '../../ui/values/labels.ts'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import classes from './columns.module.css'
import { DurationBar } from './duration-bar.tsx'
import { type Line, total } from './fold.ts'
import type { Run } from './runs.ts'

export interface ColumnsOptions {
  /** Name of a provider's PMS by its key. */
  readonly nameOf: (provider: string) => string
  /** Keys of the folded lines that are open. */
  readonly open: ReadonlySet<string>
  readonly onToggle: (key: string) => void
}

export const columnsOf = ({ nameOf, open, onToggle }: ColumnsOptions): Column<Line>[] => [
  {
    header: 'Sync',
    width: '22%',
    cell: (line) => (
      <Name line={line} pms={nameOf(line.run.provider)} isOpen={open.has(line.key)} onToggle={onToggle} />
    ),
  },
  { header: 'Kind', width: '10%', cell: ({ run }) => OPERATION_LABELS[run.operation] },
  {
    header: 'Started',
    width: '16%',
    cell: ({ run: { startedAt, hotel } }) => (
      <TimeText at={startedAt} timeZone={hotel.pmsRegistration?.timeZone ?? 'UTC'} never="not yet" />
    ),
  },
  {
    header: 'Duration',
    width: '13%',
    cell: ({ run, runs }) =>
      runs.length === 1 ? <DurationBar duration={run.duration} usual={run.p50DurationMs} /> : '–',
  },
  {
    header: 'Items',
    width: '6%',
    isNumber: true,
    cell: (line) => formatNumber(total(line, (run) => run.itemsProcessed)),
  },
  { header: 'Changes', width: '12%', cell: (line) => describeChanges(countsOf(line)) },
  { header: 'Result', width: '12%', cell: ({ run }) => <StatusBadge status={run.status} /> },
  { header: 'Started by', width: '9%', cell: ({ run }) => describeTrigger(run) },
]

interface NameProps {
  readonly line: Line
  readonly pms: string
  readonly isOpen: boolean
  readonly onToggle: (key: string) => void
}

function Name({ line: { key, run, runs }, pms, isOpen, onToggle }: NameProps) {
  const { id, entityType, hotel } = run
  return (
    <div className={classes.name}>
      {runs.length === 1 ? (
        <TextLink to="/syncs/$syncLogId" params={{ syncLogId: id }}>
          {pluralLabel(entityType)}
        </TextLink>
      ) : (
        <UnstyledButton className={classes.fold ?? ''} aria-expanded={isOpen} onClick={() => onToggle(key)}>
          <span aria-hidden>{isOpen ? '▾' : '▸'}</span> {formatNumber(runs.length)} webhook syncs
        </UnstyledButton>
      )}
      <span className={classes.place}>
        {hotel.pmsRegistration?.name ?? hotel.id} · {pms}
      </span>
    </div>
  )
}

type Counts = Pick<Run, 'itemsCreated' | 'itemsUpdated' | 'itemsDeleted' | 'itemsFailed'>

const countsOf = (line: Line): Counts => ({
  itemsCreated: total(line, (run) => run.itemsCreated),
  itemsUpdated: total(line, (run) => run.itemsUpdated),
  itemsDeleted: total(line, (run) => run.itemsDeleted),
  itemsFailed: total(line, (run) => run.itemsFailed),
})

/** `12 created, 3 updated, 1 failed`; what did not happen is left out. */
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
