import type { Config } from '../config.ts'
import type { Logger } from '../logger.ts'
import { createOutageLog } from '../queue/outage-log.ts'
import type { CountDropped } from './dropped-spans.ts'
import { NO_TRACING, type Tracing } from './tracing.ts'

/** A collector that is away must not hold up whoever ends the process. */
const GRACE_MS = 3_000

/** Where traces go, if anywhere. What speaks OpenTelemetry is loaded here and only when it is wanted: it takes 16 MB. */
export async function openTracing(
  config: Config['tracing'],
  log: Logger,
  dropped: CountDropped = () => {},
  graceMs = GRACE_MS,
): Promise<Tracing> {
  if (config === null) return NO_TRACING
  const { createOpenTelemetry } = await import('./open-telemetry.ts')
  return createOpenTelemetry(config, createOutageLog(log, { subject: 'Export of traces' }), dropped, graceMs)
}
