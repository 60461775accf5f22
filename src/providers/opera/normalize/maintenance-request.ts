import { z } from 'zod'
import { readLeniently } from '../../../records/lenient.ts'
import type { MaintenanceRequestInput } from '../../../records/maintenance-request.ts'
import { maskCardNumbers } from '../../../records/text/card-number.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import { instantOf } from '../../local-time.ts'
import type { NormalizeContext } from '../../provider.ts'
import { maintenanceRequestIdOf } from '../ids.ts'
import { wireMaintenance } from '../wire/house.ts'

/** The vendor knows whether one is resolved, and nothing between. Of its end it tells the day, which is no instant. */
export function normalizeMaintenanceRequest(raw: unknown, ctx: NormalizeContext): MaintenanceRequestInput {
  const request = readLeniently(wireMaintenance, raw, ctx.report)
  const { resolveInfo, roomInfo, assignedUserInfo, remarks } = request
  return {
    externalId: maintenanceRequestIdOf(raw) ?? '',
    externalUpdatedAt: timeOf(request.lastModifyDateTime, 'lastModifyDateTime', ctx),
    status: resolveInfo?.resolveDate || resolveInfo?.resolveUser ? 'RESOLVED' : 'OPEN',
    code: request.maintenanceCode,
    description: remarks && maskCardNumbers(remarks),
    roomExternalId: roomInfo?.roomId || null,
    roomNumber: roomInfo?.roomId,
    assignee: assignedUserInfo?.assignedToUserName,
    reportedAt: timeOf(request.createDateTime, 'createDateTime', ctx),
    metadata: scrubRaw(raw),
  }
}

const withZone = z.object({ databaseTimeZone: z.string().min(1) })
const ZONE = /(Z|[+-]\d{2}:?\d{2})\s*$/i

/**
 * Such times are on the clocks of the vendor's database, not on the hotel's. Without a zone beside it, and none set, a time
 * could be any: then it is not told, rather than hours wrong.
 */
function timeOf(text: string | null | undefined, path: string, ctx: NormalizeContext): Date | null {
  if (!text) return null
  const timeZone = withZone.safeParse(ctx.settings).data?.databaseTimeZone
  const instant = instantOf(text, timeZone ?? 'UTC')
  if (instant === null) ctx.report({ path, value: text.slice(0, 100), used: 'null' })
  return timeZone === undefined && !ZONE.test(text) ? null : instant
}
