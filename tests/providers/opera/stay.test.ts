import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedReservation, lostBlocks } from '../../../src/providers/opera/write/stay.ts'
import { dayNumber, dayOf } from '../../../src/records/days.ts'
import '../../kit/property-seed.ts'

interface Range {
  readonly start: string
  readonly end: string
}

const firstDay = dayNumber('2026-10-20')
/** A stay whose nights are priced in ranges that follow each other, as the vendor shows it. */
const reservations = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }).map((lengths) => {
  let at = firstDay
  const ranges = lengths.map((length, index) => {
    const range = { start: dayOf(at), end: dayOf(at + length - 1) }
    at += length
    return {
      ...range,
      ratePlanCode: `P${index}`,
      rates: { rate: [{ ...range, base: { amountBeforeTax: 90 + index } }] },
    }
  })
  const stay = {
    arrivalDate: dayOf(firstDay),
    departureDate: dayOf(at),
    roomRates: ranges,
    total: { amountAfterTax: 1 },
  }
  return { reservationIdList: [{ id: '1', type: 'Reservation' }], roomStay: stay, comments: [{ id: 'c' }] }
})

const nightsOf = ({ start, end }: Range) => {
  const nights: string[] = []
  for (let day = dayNumber(start); day <= dayNumber(end); day++) nights.push(dayOf(day))
  return nights
}

test('however a stay moves, each of its nights has one price, and nights that stay keep theirs', () => {
  fc.assert(
    fc.property(
      reservations,
      fc.integer({ min: -9, max: 25 }),
      fc.integer({ min: 0, max: 12 }),
      (read, from, nights) => {
        const values = {
          checkIn: dayOf(firstDay + from),
          checkOut: dayOf(firstDay + from + nights),
          adults: 2,
          children: 0,
        }
        const { roomStay } = changedReservation(read, values, {}, 7) as unknown as {
          roomStay: { roomRates: (Range & { ratePlanCode: string; rates: { rate: Range[] } })[] }
        }
        const last = dayOf(firstDay + from + Math.max(nights, 1) - 1)
        const all = nightsOf({ start: values.checkIn, end: last })
        expect(roomStay.roomRates.flatMap(nightsOf)).toEqual(all)
        expect(roomStay.roomRates.flatMap(({ rates }) => rates.rate.flatMap(nightsOf))).toEqual(all)
        for (const { ratePlanCode, ...range } of roomStay.roomRates) {
          const before = read.roomStay.roomRates.find((one) => one.ratePlanCode === ratePlanCode)
          expect(before).toBeDefined()
          for (const night of nightsOf(range)) {
            const owner = read.roomStay.roomRates.find((one) => nightsOf(one).includes(night))
            if (owner !== undefined) expect(ratePlanCode).toBe(owner.ratePlanCode)
          }
        }
      },
    ),
    { numRuns: 200 },
  )
})

test('what the vendor counts does not go back, what it shows beside the stay does', () => {
  const read = {
    reservationIdList: [{ id: '1', type: 'Reservation' }],
    ...{ comments: [{ id: 'c' }], reservationStatus: 'Reserved', lastModifyDateTime: 'x', cashiering: { taxType: {} } },
    roomStay: {
      total: { amountAfterTax: 1 },
      guarantee: { guaranteeCode: 'CC' },
      guestCounts: { adults: 1, childAges: [4] },
    },
  }
  const values = { checkIn: '2026-10-20', checkOut: '2026-10-20', adults: 2, children: 1 }
  expect(changedReservation(read, values, {}, null)).toEqual({
    ...{ reservationIdList: read.reservationIdList, comments: read.comments },
    roomStay: {
      ...{ guarantee: { guaranteeCode: 'CC' }, guestCounts: { adults: 2, children: 1 } },
      ...{ arrivalDate: '2026-10-20', departureDate: '2026-10-20' },
    },
  })
  const ages = { ...read, roomStay: { guestCounts: { adults: 1, children: 1, childAges: [4] } } }
  expect(changedReservation(ages, values, {}, null)).toMatchObject({ roomStay: { guestCounts: { childAges: [4] } } })
})

test('blocks are lost that were there and are not any more', () => {
  const stay = { roomStay: {} }
  expect(
    lostBlocks({ ...stay, comments: [1], alerts: [], hotelId: 'H' }, { ...stay, comments: [], hotelId: 'H' }),
  ).toEqual(['comments'])
})
