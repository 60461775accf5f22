import { CLEANING_STATUSES } from '../../../records/room.ts'
import type { HotelPlan, MakeItem } from '../hotel.ts'
import { mixSeed, Random } from '../random.ts'
import { roomOf } from '../room-layout.ts'
import { currentBooking } from './booking.ts'

/** A room; occupied exactly when a guest is in it today. */
export const makeRoom: MakeItem<'rooms'> = (plan, index, revision) => {
  const random = new Random(mixSeed(plan.seed, 3, index))
  const guests = occupancyOf(plan, index)
  const status = guests > 0 ? 'OCCUPIED' : idleStatus(random)
  const cleaning = random.int(0, CLEANING_STATUSES.length - 1) + revision
  return {
    ...roomOf(plan, index),
    status,
    cleaningStatus: CLEANING_STATUSES[cleaning % CLEANING_STATUSES.length] ?? 'CLEAN',
    occupancy: guests,
    currency: plan.currency,
  }
}

function occupancyOf(plan: HotelPlan, index: number): number {
  const booking = currentBooking(plan, index)
  return booking?.status === 'CHECKED_IN' ? booking.adults + (booking.children ?? 0) : 0
}

function idleStatus(random: Random) {
  const draw = random.next()
  if (draw < 0.03) return 'OUT_OF_ORDER'
  if (draw < 0.06) return 'OUT_OF_SERVICE'
  return draw < 0.08 ? 'BLOCKED' : 'AVAILABLE'
}
