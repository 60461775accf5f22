import { expect, test } from 'vitest'
import { createReadShares } from '../../src/platform/database/shares.ts'
import { createContext } from '../../src/resolvers/access/context.ts'
import type { Viewer } from '../../src/security/viewer.ts'
import { openTestDatabase } from '../kit/database.ts'
import { addBooking, addHotel } from '../kit/rows.ts'

test('a resolver that forgets to name the hotel finds only what its viewer may see', async () => {
  await using database = await openTestDatabase()
  const [mine, theirs] = [await addHotel(database), await addHotel(database)]
  for (const hotelId of [mine, theirs]) await addBooking(database, { hotelId })
  const foundBy = async (hotelIds: Viewer['hotelIds'] | null) => {
    const viewer = hotelIds && {
      subject: 'test',
      permissions: new Set(['ADMIN_EDIT']),
      hotelIds,
      expiresAt: new Date(),
    }
    const services = { database, configurations: {}, cursors: {}, shares: createReadShares() }
    const context = createContext(services as unknown as Parameters<typeof createContext>[0], {
      viewer: viewer as Viewer,
      requestId: '',
      signal: () => AbortSignal.any([]),
    })
    const rows = await context.database.query<{ hotelId: string }>('SELECT hotel_id AS "hotelId" FROM pms_booking')
    return rows.map(({ hotelId }) => hotelId)
  }
  expect(await foundBy(null)).toEqual([])
  expect(await foundBy(new Set())).toEqual([])
  expect(await foundBy(new Set(['nowhere']))).toEqual([])
  expect(await foundBy(new Set([mine]))).toEqual([mine])
  expect((await foundBy('*')).toSorted()).toEqual([mine, theirs].toSorted())
})
