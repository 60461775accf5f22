import { PmsIntegrationError } from '../../errors.ts'
import type { ActionName } from '../../records/changes/actions.ts'
import type { ProviderCheck } from '../provider.ts'
import { request } from './client.ts'
import { PROPERTY } from './connector/operations.ts'
import type { ProtelContext } from './settings.ts'
import { wireProperty } from './wire.ts'

export async function check(ctx: ProtelContext): Promise<ProviderCheck> {
  const { property } = await request(ctx, PROPERTY, {}, wireProperty)
  if (property === null) {
    throw new PmsIntegrationError('PROVIDER_FORBIDDEN', 'The connector does not know this property.')
  }
  const { name, timeZone, currency, capabilities } = property
  const [reads, readsRooms] = [capabilities.reservationRead, capabilities.roomStatusRead].map(yesOrNo)
  const { checkIn, checkOut, roomStatusWrite } = capabilities
  const [takesIn, takesOut, takesStatus] = [checkIn, checkOut, roomStatusWrite].map(yesOrNo)
  const actions: ActionName[] = [
    ...(checkIn ? (['BOOKING_CHECK_IN'] as const) : []),
    ...(checkOut ? (['BOOKING_CHECK_OUT'] as const) : []),
    ...(roomStatusWrite ? (['HOUSEKEEPING_CONDITION'] as const) : []),
  ]
  return {
    propertyName: name,
    propertyTimeZone: timeZone,
    steps: [
      { name: 'Read the property', detail: `${name}, ${timeZone}, ${currency}` },
      {
        name: 'Ask what it can do',
        detail: `${capabilities.flavour}: reservations ${reads}, room status ${readsRooms}`,
      },
      {
        name: 'Ask what it takes',
        detail: `check-in ${takesIn}, check-out ${takesOut}, room status ${takesStatus}`,
      },
    ],
    actions,
  }
}

const yesOrNo = (can: boolean) => (can ? 'yes' : 'no')
