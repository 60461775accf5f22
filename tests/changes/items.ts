import { expect } from 'vitest'
import type { Change } from '../../src/entities/change.ts'
import type { ChangeSet } from '../../src/entities/change-set.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { ChangeHotelOptions } from '../kit/change-hotel.ts'
import { createSetHotel, type SetHotel } from '../kit/set-hotel.ts'

/** A set that runs, and its changes in the order of their lines. */
export interface Items extends AsyncDisposable {
  readonly hotel: SetHotel
  readonly set: ChangeSet
  readonly items: readonly Change[]
  states(): Promise<Record<string, number>>
}

/** Cancellations of so many confirmed bookings, that stop for no refusal. */
export async function openItems(database: Database, count: number, options: ChangeHotelOptions = {}): Promise<Items> {
  const hotel = await createSetHotel(database, options)
  const ids = (await hotel.ids(`status = 'CONFIRMED'`)).slice(0, count)
  expect(ids).toHaveLength(count)
  const made = await hotel.create({ action: 'BOOKING_CANCEL', ids, canary: 0, stopPercent: 100 })
  const set = await hotel.run(await hotel.look(made))
  const items = await hotel.items(set)
  return {
    ...{ hotel, set },
    items: await Promise.all(items.map(({ changeId }) => hotel.change(changeId ?? ''))),
    async states() {
      const states = await database.query<{ state: string; count: number }>(
        'SELECT state, count(*)::integer AS count FROM pms_change WHERE hotel_id = $1 GROUP BY state',
        [hotel.hotelId],
      )
      return Object.fromEntries(states.map(({ state, count }) => [state, count]))
    },
    [Symbol.asyncDispose]: () => hotel[Symbol.asyncDispose](),
  }
}
