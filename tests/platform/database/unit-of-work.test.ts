import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AuditEntryEntity } from '../../../src/entities/audit-entry.ts'
import { HotelEntity } from '../../../src/entities/hotel.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { addHotel } from '../../kit/rows.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const facts = () => ({ slug: randomUUID(), name: 'Test', timeZone: 'Europe/Lisbon', currency: 'EUR' })
const nameOf = async (id: string) =>
  (await database.query<{ name: string }>('SELECT name FROM pms_hotel WHERE id = $1', [id]))[0]?.name

test('the EntityManager sees no hotel outside of the scope, and makes none', async () => {
  const [own, foreign] = [await addHotel(database), await addHotel(database)]
  const found = await database.within([own]).transaction(async ({ em }) => ({
    own: await em.findOne(HotelEntity, own),
    foreign: await em.findOne(HotelEntity, foreign),
    count: await em.count(HotelEntity),
  }))
  expect(found).toMatchObject({ own: { id: own }, foreign: null, count: 1 })
  const insert = database.within([own]).transaction(async ({ em }) => {
    em.create(HotelEntity, { id: randomUUID(), ...facts() })
  })
  await expect(insert).rejects.toMatchObject({ code: '42501' })
})

test('EntityManager and SQL are one transaction: an error takes back what both did', async () => {
  const id = await addHotel(database)
  const work = database.within([id]).transaction(async ({ em, query }) => {
    const hotel = await em.findOneOrFail(HotelEntity, id)
    hotel.name = 'Changed'
    await em.flush()
    expect(await query('SELECT name FROM pms_hotel')).toEqual([{ name: 'Changed' }])
    throw new Error('given up')
  })
  await expect(work).rejects.toThrow('given up')
  expect(await nameOf(id)).toBe('Test')
})

test('what was changed is written with the commit, and what cannot be written undoes the rest', async () => {
  const id = await addHotel(database)
  await database.within([id]).transaction(async ({ em }) => {
    em.assign(await em.findOneOrFail(HotelEntity, id), { name: 'Changed' })
  })
  expect(await nameOf(id)).toBe('Changed')
  const failing = database.within([id]).transaction(async ({ em, query }) => {
    await query(`UPDATE pms_hotel SET name = 'Changed again'`)
    em.create(AuditEntryEntity, { hotelId: 'another', actor: 'x', action: 'y', details: {} })
  })
  await expect(failing).rejects.toMatchObject({ code: '42501' })
  expect(await nameOf(id)).toBe('Changed')
})

test('no transaction remembers a row of another one', async () => {
  const id = await addHotel(database)
  const read = () => database.within([id]).transaction(({ em }) => em.findOneOrFail(HotelEntity, id))
  const before = await read()
  await database.query(`UPDATE pms_hotel SET name = 'Meanwhile' WHERE id = $1`, [id])
  expect(await read()).toMatchObject({ name: 'Meanwhile' })
  expect(before.name).toBe('Test')
})
