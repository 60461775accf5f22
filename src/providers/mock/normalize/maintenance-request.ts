import { readLeniently } from '../../../records/lenient.ts'
import type { MaintenanceRequestInput } from '../../../records/maintenance-request.ts'
import { maskCardNumbers } from '../../../records/text/card-number.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapOptional, mapStatus } from '../../status.ts'
import { maintenanceStates, priorities } from '../status.ts'
import { wireMaintenanceRequest } from '../wire.ts'

export function normalizeMaintenanceRequest(raw: unknown, ctx: NormalizeContext): MaintenanceRequestInput {
  const request = readLeniently(wireMaintenanceRequest, raw, ctx.report)
  return {
    externalId: request.id,
    externalUpdatedAt: request.updated_at,
    status: mapStatus(maintenanceStates, request.state, 'state', ctx),
    code: request.code,
    title: request.title,
    description: request.details && maskCardNumbers(request.details),
    priority: mapOptional(priorities, request.priority, 'priority', ctx),
    roomExternalId: request.room?.id,
    roomNumber: request.room?.number,
    place: request.place,
    assignee: request.assignee,
    dueAt: request.due,
    reportedAt: request.reported,
    resolvedAt: request.resolved,
    metadata: scrubRaw(raw),
  }
}
