import { expect, test } from 'vitest'
import { createPlaces } from '../../src/platform/places.ts'

function open(options: { atWork?: number; inAll?: number } = {}) {
  const clock = { ms: 0 }
  return { clock, places: createPlaces({ atWork: 2, inAll: 4, slowMs: 2_000, ...options, now: () => clock.ms }) }
}

test('are full with as many as may be at work, and free again when one leaves', () => {
  const { places } = open()
  places.enter('a')
  const second = places.enter('a')
  expect(places.isFull).toBe(true)
  second[Symbol.dispose]()
  expect(places.isFull).toBe(false)
})

test('do not count who has waited for long, until it has its answer', () => {
  const { places, clock } = open()
  places.enter('a')
  const silent = places.enter('a')
  silent.waiting()
  clock.ms = 1_999
  silent.waiting()
  expect(places.isFull).toBe(true)
  clock.ms = 2_000
  expect(places.isFull).toBe(false)
  silent.working()
  expect(places.isFull).toBe(true)
})

test('are full for good when all wait', () => {
  const { places, clock } = open()
  for (let i = 0; i < 4; i++) places.enter('a').waiting()
  clock.ms = 60_000
  expect(places.isFull).toBe(true)
})

test('name the kinds that take up more than a share', () => {
  const { places, clock } = open({ atWork: 10, inAll: 10 })
  const all = ['a', 'a', 'a', 'b'].map((kind) => places.enter(kind))
  expect(places.crowded(2)).toEqual(['a'])
  for (const place of all) place.waiting()
  clock.ms = 2_000
  expect(places.crowded(2)).toEqual([])
})
