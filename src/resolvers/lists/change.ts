import { isToldOf } from '../../changes/sets/result.ts'
import { type Change, ChangeEntity, ENDED_CHANGE_STATES } from '../../entities/change.ts'
import type { PmsChangeFilter } from '../../schema/changes/inputs.ts'
import type { List } from '../paging/list.ts'

const ENDED = `t.state IN (${ENDED_CHANGE_STATES.map((state) => `'${state}'`).join(', ')})`

export const changeList: List<Change, PmsChangeFilter> = {
  name: 'changes',
  table: 'pms_change',
  entity: ChangeEntity,
  parents: { hotelId: 'text' },
  defaultOrder: { field: 'id', direction: 'DESC' },
  where({ setId, open, state, action, entityType, entityId, provider, requestedBy, repeated }, bind) {
    return [
      // What has not been started is of its set alone.
      setId ? `t.set_id = ${bind(setId)}::uuid` : isToldOf('t'),
      open === true && `NOT ${ENDED}`,
      open === false && ENDED,
      state && `t.state = ANY(${bind(state)})`,
      action && `t.action = ANY(${bind(action)})`,
      entityType && `t.entity_type = ${bind(entityType)}`,
      entityId && `t.entity_id = ${bind(entityId)}::uuid`,
      provider && `t.provider = ${bind(provider)}`,
      requestedBy && `t.requested_by = ${bind(requestedBy)}`,
      repeated === true && 't.repeated_at IS NOT NULL',
      repeated === false && 't.repeated_at IS NULL',
    ]
  },
}
