/** Ids are UUIDs that say what they name and which one: the simulator then needs no table of them. */
const PREFIX = {
  house: '00000000',
  bookings: '0000000b',
  rooms: '0000000a',
  guests: '0000000c',
  roomTypes: '0000000d',
  ratePlans: '00000015',
  roomBlocks: '00000016',
  maintenanceRequests: '00000017',
  ages: '0000000e',
  orderItems: '0000000f',
  notes: '00000010',
  blocks: '00000011',
  groups: '00000012',
  assignments: '00000013',
  stays: '00000014',
  restrictions: '00000018',
} as const
export type Named = keyof typeof PREFIX

/** @param part tells the things of one owner apart, such as the nights of a booking */
export function idOf(kind: Named, index: number, part = 0): string {
  return `${PREFIX[kind]}-${hex(part, 4)}-4000-8000-${hex(index, 12)}`
}

/** Which one of its kind an id names. */
export const indexOf = (id: string): number => Number.parseInt(id.slice(-12), 16)

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

export const ENTERPRISE_ID = idOf('house', 1)
export const CHAIN_ID = idOf('house', 2)
export const SERVICE_ID = idOf('house', 3)
export const PARKING_ID = idOf('house', 4)
export const PARKING_SPOT_ID = idOf('house', 6)
export const RATE_GROUP_ID = idOf('house', 7)
/** Whoever else has to be named: a profile, an agency, the rate of a hotel without any. */
export const SOMEBODY_ID = idOf('house', 5)
export const ADULT_ID = idOf('ages', 1)
export const CHILD_ID = idOf('ages', 2)
