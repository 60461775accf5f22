import { type RatePlan, RatePlanEntity } from '../../entities/synced/rate-plan.ts'
import type { PmsRatePlanFilter } from '../../schema/inputs/synced/rate-plan.ts'
import type { List } from '../paging/list.ts'
import { ofSyncedRow } from './conditions.ts'
import { rowChanges } from './row-changes.ts'

export const ratePlanList: List<RatePlan, PmsRatePlanFilter> = {
  name: 'ratePlans',
  table: 'pms_rate_plan',
  entity: RatePlanEntity,
  parents: { hotelId: 'text' },
  defaultOrder: { field: 'name', direction: 'ASC' },
  overlay: rowChanges('RATE_PLAN'),
  where(filter, bind) {
    const { code, pricing, derivedFromExternalId } = filter
    return [
      ...ofSyncedRow(filter, bind),
      code && `t.code = ${bind(code)}`,
      pricing && `t.pricing = ANY(${bind(pricing)})`,
      derivedFromExternalId && `t.derived_from_external_id = ${bind(derivedFromExternalId)}`,
    ]
  },
}
