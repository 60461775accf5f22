import { expect, inject, test } from 'vitest'
import { createTestDatabase } from '../kit/database.ts'
import { runStreamChaos } from './streams.ts'

/** `npm run chaos -- streams` does ten times as many, with three workers and everything else that may happen. */
test('kill -9 of the worker at any moment within a thousand events of a stream: none is lost, none is applied twice', async () => {
  await using database = await createTestDatabase()
  const { wrong, output } = await runStreamChaos({
    ...{ databaseUrl: database.url, redisUrl: inject('redisUrl'), seed: 11, workers: 1, isHurried: true },
    ...{ events: 1_000, everyMs: 4, strikes: ['kill-worker', 'kill-worker'], tell: () => {} },
  })
  const complaints = output.split('\n').filter((line) => /^===|WARN|ERROR|FATAL/.test(line))
  expect(wrong.slice(0, 20), complaints.slice(-40).join('\n')).toEqual([])
}, 180_000)
