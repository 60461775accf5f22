import { expect, inject, test } from 'vitest'

import { mock } from '../../src/providers/mock/index.ts'
import { opera } from '../../src/providers/opera/index.ts'
import { runChaos } from './chaos.ts'
import { drawScenario, FAULTS, nameOf } from './scenario.ts'

/** `npm run chaos` goes on for minutes, with every provider, and with another seed each time. */
const SEED = Number(process.env.CHAOS_SEED ?? 7)

test('whatever breaks while hotels are synced, in the end the rows are those of the PMS', async () => {
  const { wrong, steps, output } = await runChaos({
    ...{ seed: SEED, workers: 1, providers: [mock, mock, opera], isWithRedis: inject('redisUrl') !== null },
    ...{ lengthMs: 9_000, everyMs: 800, tell: () => {} },
  })
  const complaints = output.split('\n').filter((line) => /^===|WARN|ERROR|FATAL/.test(line))
  expect(wrong, [...steps.map(nameOf), ...complaints].join('\n')).toEqual([])
}, 180_000)

test('a seed tells all that happens, and each fault happens before any comes again', () => {
  const parts = { api: 1, worker: 2, process: 3, postgres: 1, redis: 1, vendor: 4 }
  const options = { seed: SEED, lengthMs: 60_000, everyMs: 1_000, parts }
  const steps = drawScenario(options)
  expect(drawScenario(options)).toEqual(steps)
  expect(drawScenario({ ...options, seed: SEED + 1 })).not.toEqual(steps)
  const faults = Object.keys(FAULTS)
  expect(new Set(steps.slice(0, faults.length).map(({ fault }) => fault))).toEqual(new Set(faults))
  expect(drawScenario({ ...options, parts: { ...parts, redis: 0 } }).map(({ fault }) => fault)).not.toContain(
    'kill-redis',
  )
})
