import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import { CHAIN_ID, indexOf, SOMEBODY_ID } from './ids.ts'

export function renderGuest(guest: SimulatedItems['guests'], isActive = true) {
  return {
    ...{
      Id: guest.externalId,
      ChainId: CHAIN_ID,
      Number: String(indexOf(guest.externalId) + 1),
      Title: null,
      Sex: null,
    },
    ...{ FirstName: guest.firstName, LastName: guest.lastName, SecondLastName: null, NationalityCode: guest.country },
    ...{ BirthDate: guest.dateOfBirth, Email: guest.email, HasOtaEmail: false, Phone: guest.phone, AddressId: null },
    ...{ CreatedUtc: guest.createdAt.toISOString(), UpdatedUtc: guest.externalUpdatedAt.toISOString() },
    ...{ Classifications: [], Options: [], PreferredSpaceFeatures: [], MergeTargetId: null, IsActive: isActive },
    ...{ CreatorProfileId: SOMEBODY_ID, UpdaterProfileId: SOMEBODY_ID },
  }
}
