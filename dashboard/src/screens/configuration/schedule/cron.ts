/** The usual schedules; any other is a custom cron expression. */
export const PRESETS = {
  none: 'No schedule: manual and webhooks only',
  '*/5 * * * *': 'Every 5 minutes',
  '*/15 * * * *': 'Every 15 minutes',
  '*/30 * * * *': 'Every 30 minutes',
  '0 * * * *': 'Every hour',
  nightly: 'Every night at …',
  custom: 'Custom (cron)',
} as const

export type Preset = keyof typeof PRESETS

const DAILY = /^(\d{1,2}) (\d{1,2}) \* \* \*$/

/** @param cron null: no schedule */
export function presetOf(cron: string | null): Preset {
  if (cron === null) return 'none'
  if (cron in PRESETS) return cron as Preset
  return DAILY.test(cron) ? 'nightly' : 'custom'
}

/** `03:30` of `30 3 * * *`; null for a schedule that is no daily one. */
export function timeOf(cron: string): string | null {
  const [, minute, hour] = DAILY.exec(cron) ?? []
  return minute === undefined || hour === undefined ? null : `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
}

/** `30 3 * * *` of `03:30`. */
export function cronAt(time: string): string {
  const [hour = '', minute = ''] = time.split(':')
  return `${Number(minute)} ${Number(hour)} * * *`
}
