export const OPERATION_LABELS = {
  FULL: 'Full',
  INCREMENTAL: 'Incremental',
  WEBHOOK: 'Webhook',
  REPLAY: 'Replay',
} as const

export const TRIGGER_LABELS = {
  MANUAL: 'Manual',
  SCHEDULED: 'Schedule',
  WEBHOOK: 'Webhook',
  REPLAY: 'Replay',
  GAP: 'Webhook gap',
} as const
