import cronstrue from 'cronstrue'

/** `At 03:30`; empty for what is no cron expression, which the service says better. */
export function describeCron(cron: string): string {
  try {
    return cronstrue.toString(cron, { use24HourTimeFormat: true })
  } catch {
    return ''
  }
}
