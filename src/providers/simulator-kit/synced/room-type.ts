import type { HotelPlan, MakeItem } from '../hotel.ts'
import { capacityOf, gradeOf, ROOM_TYPES } from '../room-layout.ts'

/** A kind of room; those after the first ones are variants without rooms. */
export const makeRoomType: MakeItem<'roomTypes'> = (plan, index, revision) => {
  const grade = index % ROOM_TYPES.length
  const variant = Math.floor(index / ROOM_TYPES.length)
  const name = variant === 0 ? ROOM_TYPES[grade] : `${ROOM_TYPES[grade]} ${variant + 1}`
  return {
    externalId: plan.idOf('roomTypes', index),
    code: roomTypeCode(index),
    name: revision === 0 ? `${name}` : `${name}, renamed ${revision} times`,
    capacity: capacityOf(grade),
    roomCount: variant === 0 ? (roomCountsOf(plan)[grade] ?? 0) : 0,
    sellable: variant === 0,
  }
}

/** What the hotel calls a type in short; for vendors whose ids these are. */
export function roomTypeCode(index: number): string {
  const variant = Math.floor(index / ROOM_TYPES.length)
  return `${codeOf(ROOM_TYPES[index % ROOM_TYPES.length] ?? '')}${variant || ''}`
}

/** `Standard Double` → `STDO`. */
const codeOf = (name: string) =>
  name
    .split(' ')
    .map((word) => word.slice(0, 2).toUpperCase())
    .join('')

const known = new WeakMap<HotelPlan, readonly number[]>()

/** How many rooms there are of each grade. Counted once a hotel, since every room is looked at. */
function roomCountsOf(plan: HotelPlan): readonly number[] {
  const counts = known.get(plan) ?? countRooms(plan)
  known.set(plan, counts)
  return counts
}

function countRooms(plan: HotelPlan): readonly number[] {
  const counts = ROOM_TYPES.map(() => 0)
  for (let index = 0; index < plan.counts.rooms; index++) {
    const grade = gradeOf(plan, index)
    counts[grade] = (counts[grade] ?? 0) + 1
  }
  return counts
}
