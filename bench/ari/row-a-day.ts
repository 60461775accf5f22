import { SYNCED_COLUMNS } from '../../src/entities/migrations/2026-w48/20261123000000-initial.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { dayOf } from '../../src/records/days.ts'
import { contentHash } from '../../src/sync/store/content-hash.ts'
import { findChanged, upsert } from '../../src/sync/store/upsert.ts'
import type { ValidItem } from '../../src/sync/store/validate.ts'
import type { RowEntity } from '../../src/sync/synced/synced-entity.ts'
import { DAYS, FIRST, PLANS, priceOf, TYPES } from './hotel.ts'

/** The same prices as a row a cell, by the engine's own upsert: what a calendar would be if it were rows. */
export const rowADay: RowEntity = {
  type: 'ROOM',
  kind: 'rooms',
  store: 'ROWS',
  table: 'bench_rate_day',
  due: 'SCHEDULE',
  ...{ history: [], historyDays: 0, days: null, projects: null, leftOut: {} },
  read: () => {
    throw new Error('Only stored')
  },
  columns: {
    plan: 'text',
    type: 'text',
    day: 'date',
    currency: 'text',
    single: 'bigint',
    double: 'bigint',
    closed: 'boolean',
    closedToArrival: 'boolean',
    closedToDeparture: 'boolean',
    minStayArrival: 'integer',
    maxStay: 'integer',
  },
}

const PAGE = 1_000

export async function createRowADay(database: Database): Promise<void> {
  await database.query(`DROP TABLE IF EXISTS bench_rate_day`)
  await database.query(`CREATE TABLE bench_rate_day (${SYNCED_COLUMNS}, plan text NOT NULL, type text NOT NULL, day date NOT NULL,
    currency text, single bigint, double bigint, closed boolean, closed_to_arrival boolean, closed_to_departure boolean,
    min_stay_arrival integer, max_stay integer, UNIQUE (hotel_id, provider, external_id))`)
  await database.query('CREATE INDEX bench_rate_day_by_day ON bench_rate_day (hotel_id, day)')
}

/** Every `step`th room type alone, so that it does not take half an hour: what counts are cells a second. */
export function rowPages(step: number): ValidItem[][] {
  const items: ValidItem[] = []
  for (let plan = 0; plan < PLANS; plan++) {
    for (let type = 0; type < TYPES; type += step) {
      for (let day = FIRST; day < FIRST + DAYS; day++) items.push(itemOf(plan, type, day))
    }
  }
  return Array.from({ length: Math.ceil(items.length / PAGE) }, (_, i) => items.slice(i * PAGE, (i + 1) * PAGE))
}

function itemOf(plan: number, type: number, day: number): ValidItem {
  const single = priceOf({ plan, type, day })
  const record = {
    externalId: `${plan}/${type}/${dayOf(day)}`,
    externalUpdatedAt: null,
    metadata: null,
    plan: `P${plan}`,
    type: `T${type}`,
    day: dayOf(day),
    currency: 'EUR',
    single,
    double: single + 1_500,
    closed: day % 40 === 0,
    closedToArrival: day % 7 === 0,
    closedToDeparture: false,
    minStayArrival: day % 7 > 4 ? 2 : 1,
    maxStay: 28,
  }
  return { record, hash: contentHash(record), raw: null }
}

export async function storeRows(database: Database, hotelId: string, pages: readonly ValidItem[][], probe: boolean) {
  for (const items of pages) {
    await database.transaction(async (tx) => {
      const scope = { hotelId, provider: 'bench' }
      const changed = probe ? await findChanged(tx, rowADay, scope, items) : items
      await upsert(tx, rowADay, scope, changed, { fetchedAt: new Date(), fullSince: null })
    })
  }
}
