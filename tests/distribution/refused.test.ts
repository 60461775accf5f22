import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refusedAfter } from '../../src/distribution/refused.ts'
import { dayNumber, dayOf } from '../../src/records/days.ts'

const first = dayNumber('2027-02-20')
const at = (n: number) => dayOf(first + n)
const span = fc.tuple(fc.nat(30), fc.nat(8)).map(([from, length]) => ({ from: at(from), to: at(from + length) }))
const covers = (spans: readonly { from: string; to: string }[], day: string) =>
  spans.some(({ from, to }) => from <= day && day <= to)

test('a day is refused when its last message was: it said so, or it was not about that day and one before was refused', () => {
  fc.assert(
    fc.property(fc.array(span), fc.array(span), fc.array(span), (known, sent, answered) => {
      const of = { kind: 'AVAILABILITY', channelId: 'room', reason: 'no' } as const
      const after = refusedAfter(
        known.map((days) => ({ ...of, ...days, isClosed: true })),
        {
          rooms: sent.map((days) => ({ ...days, channelId: 'room', available: 1 })),
          plans: [{ ...{ channelId: 'room', from: at(0), to: at(40) }, value: {} as never }],
          refusals: answered.map((days) => ({ ...of, ...days })),
        },
      )
      for (let n = 0; n < 42; n++) {
        const wanted = covers(answered, at(n)) || (covers(known, at(n)) && !covers(sent, at(n)))
        expect(covers(after, at(n)), at(n)).toBe(wanted)
      }
    }),
  )
})

test('of more refusals than anybody reads none stays open', () => {
  const refusals = Array.from({ length: 600 }, (_, n) => ({
    ...{ kind: 'RATE', channelId: `plan-${n % 3}`, from: at(n), to: at(n), reason: 'no' },
  })) as never[]
  const after = refusedAfter([], { rooms: [], plans: [], refusals })
  expect(after.map(({ channelId, from, to, isClosed }) => [channelId, from, to, isClosed])).toEqual(
    [0, 1, 2].map((n) => [`plan-${n}`, at(n), at(597 + n), false]),
  )
})
