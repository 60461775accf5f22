import { dayOf } from '../../../records/days.ts'
import type { Condition, Discrepancy, Occupancy, Stay } from '../../../records/housekeeping.ts'
import type { HotelPlan, MakeItem } from '../hotel.ts'
import { PEOPLE } from '../people.ts'
import { mixSeed, Random } from '../random.ts'
import { currentBooking } from './booking.ts'
import { careAt, makeRoom } from './room.ts'

const CONDITIONS: readonly Condition[] = ['CLEAN', 'DIRTY', 'INSPECTED', 'PICKUP', 'IN_PROGRESS']
const ATTENDANTS = 5
const NOTES = ['Feather-free bedding', 'Minibar to be filled', 'Window does not close'] as const

/** The state of a room: what the room itself says of its occupancy and availability, and what its guests do today. */
export const makeHousekeeping: MakeItem<'housekeeping'> = (plan, index, revision) => {
  const random = new Random(mixSeed(plan.seed, 14, index))
  const { externalId, roomNumber, status, occupancy: guests } = makeRoom(plan, index, 0)
  const occupancy = guests ? 'OCCUPIED' : 'VACANT'
  const condition = random.int(0, CONDITIONS.length - 1) + revision
  return {
    externalId,
    roomNumber,
    condition: plan.life
      ? careAt(plan, index, plan.life).condition
      : (CONDITIONS[condition % CONDITIONS.length] ?? 'DIRTY'),
    occupancy,
    ...reportOf(occupancy, random),
    // The front desk's own bookings tell.
    stay: plan.life ? null : stayOf(plan, index),
    roomStatus: status,
    doNotDisturb: occupancy === 'OCCUPIED' && random.chance(0.1),
    serviceRefused: occupancy === 'OCCUPIED' && random.chance(0.05),
    turndown: random.chance(0.1),
    attendant: random.chance(0.3) ? null : attendantOf(random.int(0, ATTENDANTS - 1)),
    note: random.chance(0.8) ? null : random.pick(NOTES),
    // Of a day that begins without anything happening in the room nobody would hear.
    businessDate: plan.life ? null : dayOf(plan.today),
  }
}

const attendantOf = (index: number) => PEOPLE[index % PEOPLE.length]?.slice(0, 2).join(' ') ?? null

/** Housekeeping has looked into most rooms, and found some otherwise than the front desk has them. */
function reportOf(occupancy: Occupancy, random: Random) {
  const [looked, differs] = [random.chance(0.7), random.chance(0.04)]
  if (!looked) return { reportedOccupancy: null, discrepancy: null }
  if (!differs) return { reportedOccupancy: occupancy, discrepancy: null }
  const discrepancy: Discrepancy = occupancy === 'OCCUPIED' ? 'SKIP' : 'SLEEP'
  const reportedOccupancy: Occupancy = occupancy === 'OCCUPIED' ? 'VACANT' : 'OCCUPIED'
  return { reportedOccupancy, discrepancy }
}

function stayOf(plan: HotelPlan, index: number): Stay {
  const booking = currentBooking(plan, index)
  const today = dayOf(plan.today)
  if (booking === undefined || booking.status === 'CANCELLED' || booking.status === 'NO_SHOW') return 'FREE'
  if (booking.checkIn === today) return 'ARRIVAL'
  if (booking.checkOut === today) return 'DEPARTURE'
  return booking.checkIn < today && today < booking.checkOut ? 'STAYOVER' : 'FREE'
}
