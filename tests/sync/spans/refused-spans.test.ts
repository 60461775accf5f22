import { expect, test } from 'vitest'
import { anAvailability, aRate, pageOf } from './spans.ts'

const BAD: readonly (readonly [string, Record<string, unknown>, path: string])[] = [
  ['lists of unequal length', { closed: [true] }, 'closed'],
  ['prices of persons of unequal length', { amounts: [new Array(20).fill(1), [1]] }, 'amounts.1'],
  ['a negative price', { extraAdult: new Array(20).fill(-1) }, 'extraAdult.0'],
  ['a price that is no whole number', { amounts: [new Array(20).fill(1.5)] }, 'amounts.0.0'],
  ['a price as text', { amounts: [['100', ...new Array(19).fill(1)]] }, 'amounts.0.0'],
  ['`to` before `from`', { to: '2027-01-19' }, 'to'],
  ['a span of years', { to: '2037-01-19' }, 'to'],
  ['no plan', { ratePlanExternalId: '' }, 'ratePlanExternalId'],
  ['no room type', { roomTypeExternalId: null }, 'roomTypeExternalId'],
  ['no currency', { currency: '€' }, 'currency'],
  ['a day that does not exist', { from: '2027-02-29' }, 'from'],
  ['an attribute that nobody knows', { colour: 'red' }, ''],
]

test.each(BAD)('%s refuses the span alone, and says where', (_, broken, path) => {
  const { items, failed } = pageOf('rates', [aRate({ from: '2027-01-01', days: 3 }), aRate(broken), aRate({ days: 1 })])
  expect(failed.map((item) => [item.errorCode, item.path ?? ''])).toEqual([['RECORD_INVALID', path]])
  expect(items).toHaveLength(2)
})

test('no value of a span is put right: the days behind it would move', () => {
  const { items, failed } = pageOf('availability', [anAvailability({ days: 3, available: [1, 'x', 3] })])
  expect([items.length, failed[0]?.path]).toEqual([0, 'available.1'])
})

test('an overbooked night is negative, and valid', () => {
  expect(pageOf('availability', [anAvailability({ days: 1, left: -2 })]).failed).toEqual([])
})
