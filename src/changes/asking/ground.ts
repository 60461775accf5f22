import { syncedTables } from '../../entities/all.ts'
import type { Change } from '../../entities/change.ts'
import { type Configuration, ConfigurationEntity } from '../../entities/configuration.ts'
import { type Hotel, HotelEntity } from '../../entities/hotel.ts'
import { selectList } from '../../entities/select.ts'
import { PmsIntegrationError } from '../../errors.ts'
import type { ScopedTransaction, Statement } from '../../platform/database/database.ts'
import { actionOf } from '../../records/changes/actions.ts'
import { hotelNotFound } from '../../security/policy.ts'
import type { ChangeDeps } from '../parts/deps.ts'
import { type Desk, deskOf } from '../parts/open.ts'
import { type ChangeTarget, findOpenOf, targetKey } from '../parts/rows.ts'
import type { TargetRow } from './lay-out.ts'
import type { ChangeRequest } from './request.ts'

/** What a wish is judged by. */
export interface Ground {
  readonly row: TargetRow
  readonly desk: Desk
  /** What is under way for the thing, in the order in which it was asked for. */
  readonly open: readonly Change[]
}

type Asked = Pick<ChangeRequest, 'hotelId' | 'action' | 'entityId'>

export const targetOf = ({ hotelId, action, entityId }: Asked): ChangeTarget => ({
  ...{ hotelId, entityType: actionOf(action).target, entityId },
})

/**
 * Reads what wishes are judged by, for all of them at once and behind a lock, in one round trip. By the connection that is
 * held: whoever holds one and waits for a second waits for all who do the same.
 * @returns what the lock says, and what tells it of each wish; that throws NOT_FOUND, TARGET_GONE, ACCOUNT_CHANGED,
 * UNSUPPORTED_CAPABILITY
 */
export async function layGround<Lock extends object>(
  tx: Pick<ScopedTransaction, 'queryAll'>,
  adapters: ChangeDeps['adapters'],
  requests: readonly Asked[],
  lock: Statement,
): Promise<{ locked: Lock[]; groundOf: (request: Asked) => Ground }> {
  const targets = requests.map(targetOf)
  const types = [...new Set(targets.map(({ entityType }) => entityType))]
  const ofHotels = [[...new Set(requests.map(({ hotelId }) => hotelId))]]
  type Read = [Lock[], Change[], Hotel[], Configuration[], ...HotelRow[][]]
  const [locked, open, hotels, configurations, ...rowsOf] = await tx.queryAll<Read>([
    lock,
    findOpenOf(targets),
    { text: `SELECT ${selectList(HotelEntity)} FROM pms_hotel WHERE id = ANY ($1)`, params: ofHotels },
    {
      text: `SELECT ${selectList(ConfigurationEntity)} FROM pms_configuration WHERE hotel_id = ANY ($1)`,
      params: ofHotels,
    },
    ...types.map((type) => findRows(type, targets)),
  ])
  const opened = Map.groupBy(open, targetKey)
  const rows = new Map<string, TargetRow>()
  for (const [at, entityType] of types.entries()) {
    for (const row of rowsOf[at] ?? []) rows.set(targetKey({ hotelId: row.hotelId, entityType, entityId: row.id }), row)
  }
  const groundOf = ({ hotelId, action, entityId }: Asked): Ground => {
    const key = targetKey(targetOf({ hotelId, action, entityId }))
    const row = rows.get(key)
    if (row === undefined) throw new PmsIntegrationError('NOT_FOUND', 'The hotel has no such thing.', { field: 'id' })
    if (row.deletedAt !== null) throw new PmsIntegrationError('TARGET_GONE', 'The PMS no longer has it.')
    const hotel = hotels.find(({ id }) => id === hotelId)
    if (hotel === undefined) throw hotelNotFound()
    const isOfRow = (one: Configuration) => one.hotelId === hotelId && one.provider === row.provider
    const desk = deskOf(adapters(row.provider), action, { hotel, configuration: configurations.find(isOfRow) ?? null })
    return { row, desk, open: opened.get(key) ?? [] }
  }
  return { locked, groundOf }
}

type HotelRow = TargetRow & { readonly hotelId: string }

function findRows(entityType: ChangeTarget['entityType'], targets: readonly ChangeTarget[]): Statement {
  const table = syncedTables[entityType]
  const those = targets.filter((target) => target.entityType === entityType)
  return {
    text: `SELECT ${selectList(table, 'r')} FROM unnest($1::text[], $2::uuid[]) AS t (hotel_id, id)
      JOIN ${table.meta.tableName} r ON r.hotel_id = t.hotel_id AND r.id = t.id`,
    params: [those.map(({ hotelId }) => hotelId), those.map(({ entityId }) => entityId)],
  }
}
