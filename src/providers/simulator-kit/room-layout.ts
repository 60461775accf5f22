import type { HotelPlan } from './hotel.ts'
import { nightlyRate } from './prices.ts'
import { mixSeed, Random } from './random.ts'

/** Better ones last. */
export const ROOM_TYPES = ['Standard Double', 'Superior Twin', 'Deluxe King', 'Junior Suite', 'Suite'] as const
const AMENITIES = ['Wi-Fi', 'Minibar', 'Balcony', 'Bathtub', 'Sea view'] as const
const ROOMS_PER_FLOOR = 20

/** What the hotel calls the room with this index; for vendors whose room ids are room numbers. */
export function roomNumberOf(index: number): string {
  return `${floorOf(index)}${String((index % ROOMS_PER_FLOOR) + 1).padStart(2, '0')}`
}

const floorOf = (index: number) => 1 + Math.floor(index / ROOMS_PER_FLOOR)

/** Which of the room types it is of. */
export const gradeOf = ({ seed }: HotelPlan, index: number) => drawGrade(new Random(mixSeed(seed, 2, index)))

const drawGrade = (random: Random) => random.int(0, ROOM_TYPES.length - 1)

/** Persons at most. */
export const capacityOf = (grade: number) => 2 + Math.floor(grade / 2)

/** What a room is whoever stays in it; its bookings must agree with this. */
export function roomOf({ seed, currency, idOf }: HotelPlan, index: number) {
  const random = new Random(mixSeed(seed, 2, index))
  const grade = drawGrade(random)
  return {
    externalId: idOf('rooms', index),
    roomNumber: roomNumberOf(index),
    roomType: ROOM_TYPES[grade] ?? ROOM_TYPES[0],
    floor: String(floorOf(index)),
    rateCents: nightlyRate(currency, grade / (ROOM_TYPES.length - 1), random),
    maxOccupancy: capacityOf(grade),
    amenities: AMENITIES.slice(0, 1 + grade),
  }
}
