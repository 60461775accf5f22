import { ROOM_TYPES } from '../../simulator-kit/room-layout.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import {
  ADULT_ID,
  CHAIN_ID,
  CHILD_ID,
  ENTERPRISE_ID,
  idOf,
  PARKING_ID,
  PARKING_SPOT_ID,
  SERVICE_ID,
  SOMEBODY_ID,
} from './ids.ts'

const OPENED = '2024-01-01T08:00:00Z'
const TIMES = { CreatedUtc: OPENED, UpdatedUtc: OPENED }

export function configuration({ name, currency, timeZone, clock }: SimulatedHotel) {
  const interval = 'P0M7DT0H0M0S'
  return {
    NowUtc: clock.now().toISOString(),
    Enterprise: {
      Id: ENTERPRISE_ID,
      ...TIMES,
      ...{ ChainId: CHAIN_ID, ChainName: 'Simulated Hotels', Name: name, TimeZoneIdentifier: timeZone },
      ...{ LegalEnvironmentCode: 'PT', AccommodationEnvironmentCode: null, AccountingEnvironmentCode: null },
      ...{ TaxEnvironmentCode: null, DefaultLanguageCode: 'en-US', Pricing: 'Gross', IsPortfolio: false },
      ...{ EditableHistoryInterval: interval, AccountingEditableHistoryInterval: interval },
      ...{ OperationalEditableHistoryInterval: interval, GroupNames: [], Subscription: { TaxIdentifier: null } },
      ...{ AddressId: SOMEBODY_ID, Address: { Id: SOMEBODY_ID, City: 'Lisbon', CountryCode: 'PT' } },
      Currencies: [{ Currency: currency, IsDefault: true, IsEnabled: true }],
    },
  }
}

const service = { EnterpriseId: ENTERPRISE_ID, IsActive: true, Options: { BillAsPackage: false }, ...TIMES }
const Data = {
  Discriminator: 'Bookable',
  Value: {
    ...{ StartOffset: 'P0M0DT15H0M0S', EndOffset: 'P0M0DT11H0M0S', TimeUnitPeriod: 'Day' },
    ...{ OccupancyStartOffset: 'P0M0DT15H0M0S', OccupancyEndOffset: 'P0M0DT11H0M0S' },
  },
}

/** Parking is bookable too, and nobody stays in it. */
export const SERVICES = [
  { Id: SERVICE_ID, Name: 'Accommodation', Names: { 'en-US': 'Accommodation' }, Ordering: 0, Data, ...service },
  { Id: PARKING_ID, Name: 'Parking', Names: { 'en-US': 'Parking' }, Ordering: 1, Data, ...service },
]

/** Rooms sleep two; better ones have extra beds. */
export const CAPACITY = 2

export const categoryOf = (roomType: string | null) => CATEGORIES.find(({ Names }) => Names['en-US'] === roomType)

/** As our fetches keep it. */
export function renderCategory(roomType: string | null) {
  const { Id, ServiceId, Type, Names, Capacity, ExtraCapacity } = categoryOf(roomType) ?? PARKING
  return { Id, ServiceId, Type, Names, Capacity, ExtraCapacity }
}

export const category = {
  ...{ EnterpriseId: ENTERPRISE_ID, IsActive: true, Classification: 'Other', ShortNames: {}, Descriptions: {} },
  ...{ ExternalIdentifier: null, AccountingCategoryId: null },
}

export const CATEGORIES = ROOM_TYPES.map((name, grade) => ({
  Id: idOf('roomTypes', grade),
  ServiceId: SERVICE_ID,
  Type: name.includes('Suite') ? 'Suite' : 'Room',
  Names: { 'de-DE': `${name} (deutsch)`, 'en-US': name },
  Ordering: grade,
  Capacity: CAPACITY,
  ExtraCapacity: Math.floor(grade / 2),
  ...category,
}))

export const PARKING = {
  ...{ Id: PARKING_SPOT_ID, ServiceId: PARKING_ID, Type: 'ParkingSpot', Names: { 'en-US': 'Parking spot' } },
  ...{ Ordering: 0, Capacity: 1, ExtraCapacity: 0, ...category },
}

const age = { ServiceId: SERVICE_ID, ShortNames: null, IsActive: true, ExternalIdentifier: null, ...TIMES }

export const AGE_CATEGORIES = [
  { Id: ADULT_ID, MinimalAge: 16, MaximalAge: null, Names: { 'en-US': 'Adults' }, Classification: 'Adult', ...age },
  { Id: CHILD_ID, MinimalAge: 0, MaximalAge: 15, Names: { 'en-US': 'Children' }, Classification: 'Child', ...age },
]
