import type { ProviderCheck } from '../provider.ts'
import { get } from './client.ts'
import type { MockContext } from './settings.ts'
import { wireProperty } from './wire.ts'

export async function check(ctx: MockContext): Promise<ProviderCheck> {
  const property = await get(ctx, '/v1/property', {}, wireProperty)
  return {
    propertyName: property.name,
    propertyTimeZone: property.time_zone,
    steps: [{ name: 'Read the property', detail: `${property.name}, ${property.time_zone}, ${property.currency}` }],
  }
}
