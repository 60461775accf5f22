import type { Stay } from '../../../records/housekeeping.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import { closures, conditions, discrepancies, occupancies } from '../status.ts'
import { keyOf, wireValue } from './render.ts'

type Housekeeping = SimulatedItems['housekeeping']

const STAYS: Readonly<Record<Stay, readonly string[]>> = {
  ARRIVAL: ['Arrival'],
  DEPARTURE: ['DueOut'],
  TURNOVER: ['DueOut', 'Arrival'],
  STAYOVER: ['StayOver'],
  FREE: ['NotReserved'],
}

/** A room in the housekeeping overview. */
export function renderHousekeeping(room: Housekeeping) {
  const closure = keyOf(closures, room.roomStatus)
  return {
    roomType: { pseudoRoom: false },
    roomId: room.roomNumber,
    housekeeping: {
      housekeepingRoomStatus: {
        housekeepingRoomStatus: closure ?? wireValue(conditions, conditionOf(room)),
        frontOfficeStatus: wireValue(occupancies, room.occupancy),
        housekeepingStatus: room.reportedOccupancy ? wireValue(occupancies, room.reportedOccupancy) : undefined,
        reservationStatusList: room.stay ? STAYS[room.stay] : undefined,
      },
      guestServiceRequest: requestOf(room),
      roomCondition: room.note === null ? undefined : { remarks: room.note },
    },
    discrepancy: room.discrepancy ? [keyOf(discrepancies, room.discrepancy)] : undefined,
    turndownInfo: { turndownStatusInfo: room.turndown ? 'Required' : 'NotRequired' },
    attendant: room.attendant === null ? undefined : [{ attendantName: room.attendant }],
    ...(room.roomStatus === 'BLOCKED' && { hold: { holdUser: 'FRONTDESK', comments: 'VIP expected' } }),
  }
}

/** Work that has begun is one of the states that the vendor has not. */
const conditionOf = ({ condition }: Pick<Housekeeping, 'condition'>) =>
  condition === 'IN_PROGRESS' ? 'PICKUP' : condition

function requestOf({ doNotDisturb, serviceRefused }: Housekeeping): string {
  if (doNotDisturb) return 'DoNotDisturb'
  return serviceRefused ? 'ServiceDeclined' : 'NoStatusSelected'
}

/** What a record says of it afterwards: a closed room hides how clean it is. */
export const conditionShown = (room: Pick<Housekeeping, 'condition' | 'roomStatus'>) =>
  keyOf(closures, room.roomStatus) === undefined ? conditionOf(room) : 'UNKNOWN'
