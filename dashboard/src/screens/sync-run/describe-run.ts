import { entities } from '../../entities/registry.ts'
import type { SyncRunQuery } from '../../gql/graphql.ts'
import { formatCount, formatNumber } from '../../ui/values/format.ts'

export type Run = NonNullable<SyncRunQuery['syncLog']>

/** The result in sentences. */
export function describeRun(run: Run): string {
  switch (run.status) {
    case 'QUEUED':
      return 'Waiting in the queue.'
    case 'RUNNING':
      return 'Running.'
    case 'COMPLETED':
      return `${lookedAt(run)} ${changes(run)}`
    case 'PARTIAL':
      return `${lookedAt(run)} ${changes(run)} ${formatNumber(run.itemsFailed)} could not be stored: see below.`
    case 'FAILED':
      return `The sync stopped before it was complete. ${kept(run)}`
    case 'CANCELLED':
      return `The sync was cancelled before it was complete. ${kept(run)}`
  }
}

const lookedAt = ({ itemsProcessed, entityType }: Run) =>
  `${formatCount(itemsProcessed, entities[entityType].singular, entities[entityType].plural)} processed.`

function changes({ itemsCreated, itemsUpdated, itemsDeleted }: Run): string {
  const kinds = { created: itemsCreated, updated: itemsUpdated, deleted: itemsDeleted }
  const happened = Object.entries(kinds).filter(([, count]) => count > 0)
  if (happened.length === 0) return 'No changes.'
  return `${happened.map(([kind, count]) => `${formatNumber(count)} ${kind}`).join(', ')}.`
}

const kept = ({ itemsProcessed }: Run) =>
  itemsProcessed === 0
    ? 'Nothing was stored.'
    : `The ${formatNumber(itemsProcessed)} records processed by then are kept.`
