import { hotelDate } from '../../../records/common.ts'
import { dayNumber, dayOf } from '../../../records/days.ts'
import { decimalOf } from '../../money.ts'
import { simulatedRates, simulatedRooms, windowsWithin } from '../../simulator-kit/calendar.ts'
import type { SimulatedNights } from '../../simulator-kit/nights.ts'
import type { SimulatorAnswer } from '../../simulator-kit/server.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import type { WireInventory, WireRate } from '../wire.ts'

/** Days that the vendor answers at a time. */
const WINDOW = 90
const MAX_DAYS = 1_000

/** `GET /v1/rates` and `/v1/availability`: a page a window and, of rates, a rate plan. Null: no such list. */
export function calendarPage(kind: string, query: URLSearchParams, hotel: SimulatedHotel): SimulatorAnswer | null {
  if (kind !== 'rates' && kind !== 'availability') return null
  const [from, to] = [hotelDate.safeParse(query.get('from')), hotelDate.safeParse(query.get('to'))]
  if (!from.success || !to.success) return refusal('invalid_days')
  const length = dayNumber(to.data) - dayNumber(from.data) + 1
  if (length < 1 || length > MAX_DAYS) return refusal('invalid_days')
  const windows = windowsWithin({ from: from.data, to: to.data }, WINDOW)
  const perWindow = kind === 'rates' ? Math.max(hotel.collections.ratePlans.ledger.entries.length, 1) : 1
  const page = Number(query.get('cursor') ?? 0)
  const window = windows[Math.floor(page / perWindow)]
  if (!Number.isInteger(page) || page < 0 || window === undefined) return refusal('invalid_cursor')
  const data =
    kind === 'rates'
      ? simulatedRates(hotel, page % perWindow, window).map(renderRates)
      : simulatedRooms(hotel, window).map(renderRooms)
  const isLast = page + 1 >= windows.length * perWindow
  return { status: 200, body: { data, next_cursor: isLast ? null : String(page + 1) } }
}

/** Of prices and rooms that move by themselves: as they are now. */
export const nights: SimulatedNights = {
  rates: (hotel, day) =>
    hotel.collections.ratePlans.ledger.entries.flatMap((_, plan) =>
      simulatedRates(hotel, plan, { from: dayOf(day), to: dayOf(day) }).map((rate) => ({
        about: {
          ratePlanExternalId: rate.ratePlanId,
          roomTypeExternalId: rate.roomTypeId,
          currency: rate.currency,
        },
        values: { amounts: rate.amounts.flat(), closed: rate.closed[0], minStayArrival: rate.minStay[0] },
      })),
    ),
  availability: (hotel, day) =>
    simulatedRooms(hotel, { from: dayOf(day), to: dayOf(day) }).map(({ roomTypeId, physical, sold }) => ({
      about: { roomTypeExternalId: roomTypeId },
      values: { physical: physical[0], sold: sold[0], available: (physical[0] ?? 0) - (sold[0] ?? 0) },
    })),
}

const refusal = (code: string): SimulatorAnswer => ({
  status: 400,
  body: { error: { code, message: 'The mock PMS says 400' } },
})

function renderRates(rates: ReturnType<typeof simulatedRates>[number]): WireRate {
  const { ratePlanId: plan, roomTypeId: room_type, currency, from, to, amounts, closed, minStay } = rates
  return {
    id: `${plan}/${room_type}/${from}`,
    plan,
    room_type,
    currency,
    from,
    to,
    prices: amounts.map((line) => line.map((amount) => decimalOf(amount, currency))),
    closed,
    min_stay: minStay,
  }
}

function renderRooms(rooms: ReturnType<typeof simulatedRooms>[number]): WireInventory {
  const { roomTypeId: room_type, from, to, physical, sold } = rooms
  const available = physical.map((count, day) => count - (sold[day] ?? 0))
  return { id: `${room_type}/${from}`, room_type, from, to, rooms: physical, sold, available }
}
