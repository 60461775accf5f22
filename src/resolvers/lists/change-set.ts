import { ITEMS } from '../../changes/sets/result.ts'
import {
  type ChangeSet,
  ChangeSetEntity,
  type ChangeSetItem,
  ChangeSetItemSummaryEntity,
} from '../../entities/change-set.ts'
import type { ChangeSetItemArgs, PmsChangeSetFilter } from '../../schema/changes/sets/inputs.ts'
import type { List } from '../paging/list.ts'

export const changeSetList: List<ChangeSet, PmsChangeSetFilter> = {
  name: 'changeSets',
  table: 'pms_change_set',
  entity: ChangeSetEntity,
  parents: { hotelId: 'text' },
  defaultOrder: { field: 'id', direction: 'DESC' },
  where: ({ state, action, provider, requestedBy }, bind) => [
    state && `t.state = ANY(${bind(state)})`,
    action && `t.action = ANY(${bind(action)})`,
    provider && `t.provider = ${bind(provider)}`,
    requestedBy && `t.requested_by = ${bind(requestedBy)}`,
  ],
}

export const changeSetItemList: List<ChangeSetItem, Pick<ChangeSetItemArgs, 'outcome' | 'result'>> = {
  name: 'changeSetItems',
  table: ITEMS,
  entity: ChangeSetItemSummaryEntity,
  parents: { hotelId: 'text', setId: 'uuid' },
  defaultOrder: { field: 'line', direction: 'ASC' },
  where: ({ outcome, result }, bind) => [
    outcome && `t.outcome = ANY(${bind(outcome)})`,
    result && `t.result = ANY(${bind(result)})`,
  ],
}
