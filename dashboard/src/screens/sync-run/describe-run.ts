import type { SyncRunQuery } from '../../gql/graphql.ts'
import { formatCount, formatNumber } from '../../ui/format.ts'

export type Run = NonNullable<SyncRunQuery['syncLog']>

const NOUNS = { BOOKING: 'booking', ROOM: 'room', GUEST: 'guest' } as const

/** What happened, in sentences. */
export function describeRun(run: Run): string {
  switch (run.status) {
    case 'QUEUED':
      return 'It waits for its turn.'
    case 'RUNNING':
      return 'It is at work.'
    case 'COMPLETED':
      return `${lookedAt(run)} ${changes(run)}`
    case 'PARTIAL':
      return `${lookedAt(run)} ${changes(run)} ${formatNumber(run.itemsFailed)} could not be stored: see below.`
    case 'FAILED':
      return `It ended before everything was brought. ${kept(run)}`
    case 'CANCELLED':
      return `It was cancelled before everything was brought. ${kept(run)}`
  }
}

const lookedAt = ({ itemsProcessed, entityType }: Run) =>
  `${formatCount(itemsProcessed, NOUNS[entityType])} ${itemsProcessed === 1 ? 'was' : 'were'} looked at.`

function changes({ itemsCreated, itemsUpdated, itemsDeleted }: Run): string {
  const kinds = { 'new': itemsCreated, changed: itemsUpdated, 'gone from the system': itemsDeleted }
  const happened = Object.entries(kinds).filter(([, count]) => count > 0)
  if (happened.length === 0) return 'Nothing had changed.'
  return `${happened.map(([kind, count]) => `${formatNumber(count)} ${kind}`).join(', ')}.`
}

const kept = ({ itemsProcessed }: Run) =>
  itemsProcessed === 0
    ? 'Nothing was stored.'
    : `What it had stored by then stays: ${formatNumber(itemsProcessed)} looked at.`
