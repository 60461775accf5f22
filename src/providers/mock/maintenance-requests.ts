import type { FetchWindow } from '../provider.ts'
import { getMany, getOne, walkChanges } from './client.ts'
import type { MockContext } from './settings.ts'

export const fetchMaintenanceRequests = (ctx: MockContext, window: FetchWindow) =>
  walkChanges(ctx, 'maintenanceRequests', window)

export const fetchMaintenanceRequest = (ctx: MockContext, id: string) => getOne(ctx, 'maintenanceRequests', id)

export const fetchMaintenanceRequestsById = (ctx: MockContext, ids: readonly string[]) =>
  getMany(ctx, 'maintenanceRequests', ids)
