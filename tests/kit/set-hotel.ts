import type { ChangeSetRequest } from '../../src/changes/sets/request.ts'
import { countItems, ITEMS, type SetCounts } from '../../src/changes/sets/result.ts'
import { requireSet } from '../../src/changes/sets/rows.ts'
import type { Change } from '../../src/entities/change.ts'
import { type ChangeSet, type ChangeSetItem, ChangeSetItemSummaryEntity } from '../../src/entities/change-set.ts'
import { selectList } from '../../src/entities/select.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { Services } from '../../src/services.ts'
import { type ChangeHotel, type ChangeHotelOptions, createChangeHotel } from './change-hotel.ts'

/** A hotel at a PMS with sets of changes, which are looked at when the test says so. */
export interface SetHotel extends ChangeHotel {
  /** Ids of its bookings, or of another table's rows, in the order of their external ids. */
  ids(condition?: string, table?: string): Promise<string[]>
  create(request: SetWish): Promise<ChangeSet>
  /** Looks at a set until there is no more to look at. */
  look(set: ChangeSet, services?: Services): Promise<ChangeSet>
  /** Runs a set as it was shown last. */
  run(set: ChangeSet, services?: Services): Promise<ChangeSet>
  set(id: string): Promise<ChangeSet>
  /** Services that see this hotel alone: tests of others have items as well that a worker would take. */
  readonly own: Services
  /** Takes items that are due, once. */
  claim(crowded?: readonly string[]): Promise<Change[]>
  /** Works on items until none is due; how many were in each hand. */
  send(services?: Services): Promise<number[]>
  items(set: ChangeSet): Promise<ChangeSetItem[]>
  counts(set: ChangeSet): Promise<SetCounts>
}

export type SetWish = Pick<ChangeSetRequest, 'action'> &
  Partial<ChangeSetRequest> & {
    readonly ids?: readonly string[]
    readonly values?: Readonly<Record<string, string | number | null>>
  }

export async function createSetHotel(database: Database, options: ChangeHotelOptions = {}): Promise<SetHotel> {
  const hotel = await createChangeHotel(database, options)
  const { hotelId, services } = hotel
  const own = hotel.another({ database: database.within([hotelId]) })
  const word = { hotelId, actor: 'tester' }
  return {
    ...hotel,
    own,
    claim: (crowded = []) => own.changes.claimItems(crowded),
    async send({ changes } = own) {
      const hands: number[] = []
      for (;;) {
        const hand = await changes.claimItems([])
        if (hand.length === 0) return hands
        hands.push(hand.length)
        await changes.workAll(hand)
      }
    },
    run: ({ id, previewHash }, { changes } = services) =>
      changes.sets.run({ ...word, id, previewHash: previewHash ?? '' }),
    set: (id) => requireSet(database, id),
    [Symbol.asyncDispose]: () => hotel[Symbol.asyncDispose](),
    async ids(condition = 'true', table = 'pms_booking') {
      const rows = await database.query<{ id: string }>(
        `SELECT id FROM ${table} WHERE hotel_id = $1 AND ${condition} ORDER BY external_id`,
        [hotelId],
      )
      return rows.map(({ id }) => id)
    },
    create: ({ ids = [], values = {}, ...wish }) =>
      services.changes.sets.create({
        ...{ hotelId, source: 'SELECTION', requestedBy: 'tester' },
        lines: ids.map((key, at) => ({ line: at + 1, by: 'id', key, values })),
        ...wish,
      }),
    async look(set, { changes } = services) {
      const claimed = await changes.sets.claim(set.id)
      if (claimed === null) throw new Error('The set is not due')
      return changes.sets.work(claimed, new AbortController().signal)
    },
    items: (set) =>
      database.query<ChangeSetItem>(
        `SELECT ${selectList(ChangeSetItemSummaryEntity, 't')} FROM ${ITEMS} t WHERE t.set_id = $1 ORDER BY t.line`,
        [set.id],
      ),
    async counts(set) {
      const counts = (await countItems(database, [set.id])).get(set.id)
      if (counts === undefined) throw new Error('The set has no items')
      return counts
    },
  }
}
