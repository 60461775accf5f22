export const OPERATION_LABELS = {
  FULL: 'Full sync',
  INCREMENTAL: 'Incremental sync',
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
