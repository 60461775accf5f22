import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { changesFinding } from '../../src/cli/changes-finding.ts'
import { openTestDatabase } from '../kit/database.ts'
import { addHotel } from '../kit/rows.ts'

test('the doctor says where writing is on and what is allowed there, and what needs somebody', async () => {
  await using database = await openTestDatabase()
  const line = async () => {
    const { ok, detail } = await changesFinding(database)
    return [ok, detail]
  }
  expect(await line()).toEqual([true, 'writing is off for every hotel'])
  const hotelId = await addHotel(database, 'a-hotel')
  await database.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, credentials, write_enabled, actions)
     VALUES ($1, $2, 'mock', '', true, '["BOOKING_NOTE", "BOOKING_CANCEL"]')`,
    [randomUUID(), hotelId],
  )
  expect(await line()).toEqual([true, 'writing is on: a-hotel/mock (BOOKING_CANCEL BOOKING_NOTE)'])
  await database.query(
    `INSERT INTO pms_change (id, hotel_id, provider, account, entity_type, entity_id, external_id, action, groups, state,
       waiting_for, sent_at, expires_at, requested_by)
     VALUES ($1, $2, 'mock', 'a', 'BOOKING', $1, 'B-1', 'BOOKING_NOTE', '["NOTE"]', 'UNKNOWN', 'PERSON', now(), now(), 'x')`,
    [randomUUID(), hotelId],
  )
  expect(await line()).toMatchObject(['warn', expect.stringContaining('1 wait for a person’s word')])
})
