import { PmsIntegrationError } from '../../errors.ts'
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
  return {
    propertyName: name,
    propertyTimeZone: timeZone,
    steps: [
      { name: 'Read the property', detail: `${name}, ${timeZone}, ${currency}` },
      {
        name: 'Ask what it can do',
        detail: `${capabilities.flavour}: reservations ${reads}, room status ${readsRooms}`,
      },
    ],
  }
}

const yesOrNo = (can: boolean) => (can ? 'yes' : 'no')
