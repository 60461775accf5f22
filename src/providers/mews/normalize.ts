import type { GuestInput } from '../../records/guest.ts'
import type { RoomInput, RoomStatus } from '../../records/room.ts'
import { scrubRaw } from '../../records/scrub.ts'
import type { NormalizeContext } from '../provider.ts'
import { mapStatus } from '../status.ts'
import { nameIn } from './names.ts'
import { blockTypes, cleaningStates, ROOM_PRECEDENCE, resourceStates } from './status.ts'
import { wireGuest, wireRoom } from './wire.ts'

export function normalizeRoom(raw: unknown, ctx: NormalizeContext): RoomInput {
  const { Resource, Category, Blocks, InHouse } = wireRoom.parse(raw)
  const facts: RoomStatus[] = [
    mapStatus(resourceStates, Resource.State, 'Resource.State', ctx),
    ...Blocks.map(({ Type }) => mapStatus(blockTypes, Type, 'Blocks.Type', ctx)),
    InHouse ? 'OCCUPIED' : 'AVAILABLE',
  ]
  return {
    externalId: Resource.Id,
    externalUpdatedAt: Resource.UpdatedUtc,
    roomNumber: Resource.Name,
    roomType: Category && nameIn(Category.Names),
    floor: Resource.Data?.Value?.FloorNumber,
    status: ROOM_PRECEDENCE.find((status) => facts.includes(status)) ?? 'AVAILABLE',
    cleaningStatus: mapStatus(cleaningStates, Resource.State, 'Resource.State', ctx),
    occupancy: InHouse?.Persons ?? 0,
    maxOccupancy: Category && Category.Capacity + Category.ExtraCapacity,
    metadata: scrubRaw(raw),
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}/
const COUNTRY = /^[A-Z]{2}$/i

export function normalizeGuest(raw: unknown): GuestInput {
  const guest = wireGuest.parse(raw)
  const { DietaryRequirements, PreferredSpaceFeatures, NationalityCode } = guest
  const wishes = {
    ...(DietaryRequirements && { dietaryRequirements: DietaryRequirements }),
    ...(PreferredSpaceFeatures?.length && { roomFeatures: PreferredSpaceFeatures }),
  }
  return {
    externalId: guest.Id,
    externalUpdatedAt: guest.UpdatedUtc,
    firstName: guest.FirstName ?? '',
    lastName: guest.LastName ?? '',
    email: guest.Email,
    phone: guest.Phone,
    // A guest is worth more than one of these that reads differently.
    country: NationalityCode && COUNTRY.test(NationalityCode) ? NationalityCode : null,
    dateOfBirth: DAY.exec(guest.BirthDate ?? '')?.[0],
    preferences: Object.keys(wishes).length === 0 ? null : wishes,
    metadata: scrubRaw(raw),
  }
}
