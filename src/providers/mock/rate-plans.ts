import type { FetchWindow } from '../provider.ts'
import { getOne, walkChanges } from './client.ts'
import type { MockContext } from './settings.ts'

export const fetchRatePlans = (ctx: MockContext, window: FetchWindow) => walkChanges(ctx, 'ratePlans', window)

export const fetchRatePlan = (ctx: MockContext, id: string) => getOne(ctx, 'ratePlans', id)
