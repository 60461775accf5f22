import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import { CATEGORIES, category } from './catalog.ts'
import { indexOf, RATE_GROUP_ID, SERVICE_ID } from './ids.ts'

export function renderRoomType({ externalId, code, name, capacity }: SimulatedItems['roomTypes']) {
  const { Type, Capacity } = CATEGORIES[indexOf(externalId) % CATEGORIES.length] ?? { Type: 'Room', Capacity: 1 }
  return {
    ...category,
    ...{ Id: externalId, ServiceId: SERVICE_ID, Type, Ordering: indexOf(externalId) },
    Names: { 'de-DE': `${name} (deutsch)`, 'en-US': name },
    ShortNames: { 'en-US': code ?? '' },
    ...{ Capacity, ExtraCapacity: (capacity ?? Capacity) - Capacity },
  }
}

export function renderRatePlan(plan: SimulatedItems['ratePlans']) {
  return {
    ...{
      Id: plan.externalId,
      GroupId: RATE_GROUP_ID,
      ServiceId: SERVICE_ID,
      BaseRateId: plan.derivedFromExternalId,
    },
    ...{ IsBaseRate: plan.derivedFromExternalId === null, BusinessSegmentId: null, IsActive: true, IsEnabled: true },
    ...{ IsPublic: true, IsDefault: indexOf(plan.externalId) === 0, Type: 'Public', Name: plan.name },
    ...{ Names: { 'en-US': plan.name }, ShortName: plan.code, UpdatedUtc: plan.externalUpdatedAt.toISOString() },
    ...{ ExternalNames: {}, Description: null, ExternalIdentifier: null },
  }
}
