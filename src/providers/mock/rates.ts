import type { FetchWindow } from '../provider.ts'
import { walkDays } from './client.ts'
import type { MockContext } from './settings.ts'

export const fetchRates = (ctx: MockContext, window: FetchWindow) => walkDays(ctx, 'rates', window)
