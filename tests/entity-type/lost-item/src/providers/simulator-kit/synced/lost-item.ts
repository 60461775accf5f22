import { LOST_ITEM_STATUSES } from '../../../records/lost-item.ts'
import type { MakeItem } from '../hotel.ts'
import { mixSeed, Random } from '../random.ts'
import { roomNumberOf } from '../room-layout.ts'

const THINGS = ['Umbrella', 'Charger "USB"', 'Scarf, grey', 'Book {open}', 'Ring'] as const

/** Something found in one of the rooms; each edit gives it to its owner or takes it back. */
export const makeLostItem: MakeItem<'lostItems'> = (plan, index, revision) => {
  const random = new Random(mixSeed(plan.seed, 11, index))
  const description = random.pick(THINGS)
  return {
    externalId: plan.idOf('lostItems', index),
    description,
    status: LOST_ITEM_STATUSES[(index + revision) % LOST_ITEM_STATUSES.length] ?? 'KEPT',
    roomNumber: random.chance(0.2) ? null : roomNumberOf(index % 12),
    isValuable: random.chance(0.2) ? null : description === 'Ring',
    foundAt: new Date(Date.UTC(2026, random.int(0, 8), random.int(1, 28), random.int(0, 23))),
    tags: random.chance(0.2) ? null : [description, 'a "quoted", {braced} \\ word'],
  }
}
