import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createGate } from '../../src/platform/gate.ts'

const NEVER = new AbortController().signal

/** Who got in, in order; each leaves when told. */
function open(size: number) {
  const gate = createGate(size)
  const inside: { name: string; leave(): void }[] = []
  const entered: string[] = []
  return {
    entered,
    enter(name: string, rank: number[] = [0], signal = NEVER) {
      return gate.enter(rank, signal).then((pass) => {
        entered.push(name)
        inside.push({ name, leave: () => pass[Symbol.dispose]() })
      })
    },
    async leave() {
      inside.shift()?.leave()
      await turn()
    },
  }
}

test('lets so many through, and the next when one leaves', async () => {
  const { enter, leave, entered } = open(2)
  for (const name of ['a', 'b', 'c']) void enter(name)
  await turn()
  expect(entered).toEqual(['a', 'b'])
  await leave()
  expect(entered).toEqual(['a', 'b', 'c'])
})

test('the smallest rank goes first, and of equal ones who came first', async () => {
  const { enter, leave, entered } = open(1)
  void enter('inside')
  void enter('backfill', [3, 0])
  void enter('large', [0, 900])
  void enter('small', [0, 1])
  void enter('small too', [0, 1])
  for (let i = 0; i < 5; i++) await leave()
  expect(entered).toEqual(['inside', 'small', 'small too', 'large', 'backfill'])
})

test('nobody starves: now and then whoever has waited longest goes first', async () => {
  const { enter, leave, entered } = open(1)
  void enter('inside')
  void enter('backfill', [3])
  for (let i = 0; i < 20; i++) void enter(`person ${i}`, [0])
  for (let i = 0; i < 12; i++) await leave()
  expect(entered).toContain('backfill')
})

test('who gives up waiting takes nobody’s turn', async () => {
  const { enter, leave, entered } = open(1)
  void enter('inside')
  const gaveUp = new AbortController()
  const waiting = enter('gone', [0], gaveUp.signal)
  void enter('next')
  gaveUp.abort(new Error('stopped'))
  await expect(waiting).rejects.toThrow('stopped')
  await leave()
  expect(entered).toEqual(['inside', 'next'])
  await leave()
  void enter('last')
  await turn()
  expect(entered).toEqual(['inside', 'next', 'last'])
})
