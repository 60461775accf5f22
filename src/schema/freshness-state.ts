import type { FreshnessState } from '../insights/freshness.ts'
import { defineEnum } from './common/enum.ts'

export const PmsFreshnessState = defineEnum<FreshnessState>(
  'PmsFreshnessState',
  'How up to date stored data is against the PMS.',
  {
    FRESH: 'A complete sync is as recent as the schedule promises; without a schedule, less than a day old.',
    LATE: 'The sync that was due has not completed yet.',
    STALE: 'Two syncs in a row that were due did not complete.',
    PAUSED: 'The configuration is paused.',
    FAILING: 'The last syncs failed; `lastError` says why.',
    NEVER: 'No complete sync yet.',
  },
)
