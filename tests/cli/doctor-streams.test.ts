import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { streamsFinding } from '../../src/cli/doctor.ts'
import { openTestDatabase } from '../kit/database.ts'
import { addHotel } from '../kit/rows.ts'

test('the doctor counts the streams that hotels want, and says of those that are down what they wait for', async () => {
  await using database = await openTestDatabase()
  const line = async () => {
    const { ok, detail } = await streamsFinding(database)
    return [ok, detail]
  }
  const add = async (provider: string, columns: string, enabled = true) => {
    const key = `${provider}:${randomUUID()}`
    await database.query(`INSERT INTO pms_stream (key, provider, state, reason, live_at) VALUES ($1, $2, ${columns})`, [
      ...[key, provider],
    ])
    await database.query(
      `INSERT INTO pms_configuration (id, hotel_id, provider, enabled, credentials, stream_key) VALUES ($1, $2, $3, $4, '', $5)`,
      [randomUUID(), await addHotel(database), provider, enabled, key],
    )
  }
  expect(await line()).toEqual([true, 'none switched on'])
  await add('opera', `'LIVE', NULL, now()`)
  await add('mews', `'LOCKED_OUT', 'of a hotel that is paused', NULL`, false)
  expect(await line()).toEqual([true, '1 up'])
  const anHourAgo = `now() - interval '1 h'`
  await add('opera', `'LOCKED_OUT', 'Somebody else reads.', ${anHourAgo}`)
  await add('opera', `'LOCKED_OUT', 'Somebody else reads.', ${anHourAgo}`)
  await add('mews', `'LIVE', NULL, ${anHourAgo}`)
  expect(await line()).toEqual([
    'warn',
    '3 of 4 down, their hotels are polled (mews WAITING; opera LOCKED_OUT: Somebody else reads.)',
  ])
})
