import { pino } from 'pino'
import { expect, test } from 'vitest'
import { startApi } from '../kit/api.ts'

test('every line that a request leaves in the log has the id that its answer has', async () => {
  const lines: { requestId?: string; level: number; msg: string }[] = []
  const log = pino({ level: 'debug' }, { write: (line) => void lines.push(JSON.parse(line)) })
  await using api = await startApi({ log })
  const token = await api.token()
  const post = (path: string, body: object) =>
    fetch(`${api.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
  lines.length = 0
  // Without its table what was thrown on no purpose is logged.
  await api.database.query('ALTER TABLE pms_booking RENAME TO gone')
  const answers = [
    await post('/graphql', { query: '{ booking(id: "00000000-0000-7000-8000-000000000000") { id } }' }),
    await post('/graphql', { query: '{ nothing }' }),
    await post('/api/pms/sync/bookings', { hotelId: 'nowhere', provider: 'mock' }),
    await post('/nowhere', {}),
  ]
  const ids = answers.map(({ headers }) => headers.get('x-request-id'))
  expect(new Set(ids).size).toBe(answers.length)
  expect(lines.filter(({ level }) => level >= 50).map(({ msg, requestId }) => [msg, requestId])).toEqual([
    ['An operation failed', ids[0]],
  ])
  expect(lines.filter(({ requestId }) => !ids.includes(requestId ?? ''))).toEqual([])
  for (const [index, answer] of answers.entries()) {
    const text = await answer.text()
    expect(text).toContain(`"requestId":"${ids[index]}"`)
    expect(text).not.toContain('pms_booking')
  }
})
