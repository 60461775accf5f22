import { pluralLabel } from '../../../entities/registry.ts'
import { formatCount, formatNumber } from '../../../ui/values/format.ts'
import type { Run } from './run.ts'

/** `Bookings 1,240 of 3,000, about 40 seconds` */
export function describeProgress(run: Run): string {
  const { entityType, processed, total, etaMs } = run
  const counted = `${pluralLabel(entityType)} ${formatNumber(processed)}${isNumber(total) ? ` of ${formatNumber(total)}` : ''}`
  return isNumber(etaMs) ? `${counted}, about ${describeWait(etaMs)}` : counted
}

/** `1,240 of 3,000 · 35 a second` */
export function describeCount({ processed, total, rate, phase }: Run): string {
  const counted = `${formatNumber(processed)}${isNumber(total) ? ` of ${formatNumber(total)}` : ''}`
  return isNumber(rate) && phase !== 'ENDED' ? `${counted} · ${formatNumber(Math.round(rate))} a second` : counted
}

/** `40 seconds`, `3 minutes`: as one would say it. */
export function describeWait(ms: number): string {
  const seconds = Math.max(Math.round(ms / 1_000), 1)
  return seconds < 90 ? formatCount(seconds, 'second') : formatCount(Math.round(seconds / 60), 'minute')
}

/** What the run is doing, in a sentence. `pms`: name of what it waits for. */
export function describePhase(run: Run, pms: string, waitMs: number | null): string {
  if (run.cancelRequestedAt !== null && run.phase !== 'ENDED') return 'Cancelling: stored records are kept'
  switch (run.phase) {
    case 'QUEUED':
      return 'Waiting in the queue'
    case 'WAITING':
      return waitMs === null ? `Waiting for ${pms}` : `Waiting ${Math.ceil(waitMs / 1_000)} s for ${pms}`
    case 'FINISHING':
      return `Checking for records deleted in ${pms}`
    case 'FETCHING':
      return isNumber(run.etaMs) ? `About ${describeWait(run.etaMs)} left` : `Fetching from ${pms}`
    case 'ENDED':
      return describeEnd(run)
  }
}

function describeEnd({ status, processed, total, failed, message }: Run): string {
  switch (status) {
    case 'PARTIAL':
      return `${formatCount(failed, 'item')} could not be stored`
    case 'FAILED':
      return message
    case 'CANCELLED':
      return `Stopped after ${formatNumber(processed)}${isNumber(total) ? ` of ${formatNumber(total)}` : ''}; stored records are kept`
    default:
      return processed === 0 ? 'No changes' : `Done: ${formatNumber(processed)} stored`
  }
}

const isNumber = (value: number | null | undefined): value is number => typeof value === 'number'
