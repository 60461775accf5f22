import { readLeniently } from '../../../records/lenient.ts'
import type { MaintenanceRequestInput } from '../../../records/maintenance-request.ts'
import { maskCardNumbers } from '../../../records/text/card-number.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapStatus } from '../../status.ts'
import { taskStates } from '../status.ts'
import { wireMaintenanceRequest } from '../wire/house.ts'

/** A task that has been closed is done, whatever its state is called. */
export function normalizeMaintenanceRequest(raw: unknown, ctx: NormalizeContext): MaintenanceRequestInput {
  const task = readLeniently(wireMaintenanceRequest, raw, ctx.report)
  const status = mapStatus(taskStates, task.State, 'State', ctx)
  return {
    externalId: task.Id,
    status: task.ClosedUtc ? 'RESOLVED' : status,
    title: task.Name,
    description: task.Description && maskCardNumbers(task.Description),
    dueAt: task.DeadlineUtc,
    reportedAt: task.CreatedUtc,
    resolvedAt: task.ClosedUtc,
    metadata: scrubRaw(raw),
  }
}
