import type { ProviderCheck } from '../../src/providers/provider.ts'
import { get } from './client.ts'
import type { InnkeeperContext } from './settings.ts'
import { wireHouse } from './wire.ts'

export async function check(ctx: InnkeeperContext): Promise<ProviderCheck> {
  const { house } = await get(ctx, '/house', {}, wireHouse)
  return { propertyName: house, steps: [{ name: 'Read the house', detail: house }] }
}
