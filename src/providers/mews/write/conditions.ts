import type { Condition } from '../../../records/housekeeping.ts'
import { keyOf } from '../../status.ts'
import type { Facts, ProviderWrites, ReadTarget } from '../../write.ts'
import { enterprises } from '../client.ts'
import { normalizeHousekeeping } from '../normalize/housekeeping.ts'
import { RESOURCES, readByIds } from '../operations/lists.ts'
import type { MewsContext } from '../settings.ts'
import { conditions } from '../status.ts'
import { reading, sendingTogether, together, unsupported } from './parts.ts'
import { sendCommand } from './send.ts'

export const conditionWrites: ProviderWrites = {
  HOUSEKEEPING_CONDITION: {
    ...together,
    ...{ carries: [], repeat: 'SET', undo: 'HOUSEKEEPING_CONDITION' },
    may({ condition }, { values }) {
      if (!Object.values(conditions.values).includes(condition as Condition))
        return unsupported('The PMS knows rooms that are dirty, clean or inspected.')
      // It has one word for both.
      return values.condition === 'UNKNOWN'
        ? { code: 'PROVIDER_REJECTED', message: 'The room is out of service, and would be given back by this.' }
        : null
    },
    read: reading(readConditions),
    send: sendingTogether((ctx, changes) =>
      sendCommand(ctx, 'resources/update', {
        ResourceUpdates: changes.map(({ externalId, wanted }) => ({
          ResourceId: externalId,
          State: { Value: keyOf(conditions.values, wanted.condition as Condition) },
        })),
      }),
    ),
  },
}

async function readConditions(ctx: MewsContext, targets: readonly ReadTarget[]): Promise<Map<string, Facts>> {
  const filter = { ...enterprises(ctx), Extent: { Resources: true, Inactive: false } }
  const ids = targets.map(({ externalId }) => externalId)
  const rooms = (await readByIds(ctx, RESOURCES, 'ResourceIds', ids, filter)).map((Resource) =>
    normalizeHousekeeping({ Resource, Blocks: [], IsOccupied: false }, ctx),
  )
  return new Map(rooms.map((room) => [room.externalId, { values: { condition: room.condition }, modifiedAt: null }]))
}
