import type { Metrics } from '../metrics.ts'

/** QUEUE_FULL: more came than could wait. NOT_SENT: the collector did not take them. */
export type DropReason = 'QUEUE_FULL' | 'NOT_SENT'
export type CountDropped = (reason: DropReason, spans: number) => void

export function countDroppedSpans(metrics: Pick<Metrics, 'counter'>): CountDropped {
  const count = metrics.counter('pms_trace_spans_dropped_total', 'Spans that no collector has.', ['reason'])
  return (reason, spans) => count({ reason }, spans)
}
