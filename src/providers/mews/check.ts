import { z } from 'zod'
import type { ProviderCheck } from '../provider.ts'
import { chains, readCatalog, whichHotel } from './catalog.ts'
import { CONFIGURATION, call, enterprise, enterprises } from './client.ts'
import { TASKS } from './maintenance-requests.ts'
import { CUSTOMERS, RESERVATIONS, RESOURCES, readPage } from './operations/lists.ts'
import { activeRates, RATES } from './rate-plans.ts'
import { BLOCKS } from './room-blocks.ts'
import type { MewsContext } from './settings.ts'
import { intervalOf } from './walk/interval.ts'

const configuration = z.object({
  Enterprise: z.object({ Name: z.string(), TimeZoneIdentifier: z.string(), IsPortfolio: z.boolean().nullish() }),
})

/** Each operation is permitted by itself, so every list that is synced is tried. */
export async function check(ctx: MewsContext): Promise<ProviderCheck> {
  const { Enterprise } = await call(ctx, CONFIGURATION, enterprise(ctx), configuration)
  if (Enterprise.IsPortfolio && ctx.hotel.externalHotelId === null) throw whichHotel()
  const { serviceIds } = await readCatalog(ctx)
  const one = { after: null, count: 1 }
  await readPage(ctx, RESERVATIONS, { ...enterprises(ctx), ServiceIds: serviceIds }, one)
  await readPage(ctx, RESOURCES, { ...enterprises(ctx), Extent: { Resources: true } }, one)
  await readPage(ctx, CUSTOMERS, { ...(await chains(ctx)), ...lastHour(ctx), Extent: { Customers: true } }, one)
  await readPage(ctx, RATES, await activeRates(ctx), one)
  await readPage(ctx, BLOCKS, enterprises(ctx), one)
  await readPage(ctx, TASKS, enterprises(ctx), one)
  return {
    propertyName: Enterprise.Name,
    propertyTimeZone: Enterprise.TimeZoneIdentifier,
    steps: [
      { name: 'Read the property', detail: `${Enterprise.Name}, ${Enterprise.TimeZoneIdentifier}` },
      { name: 'Read services', detail: `Services with rooms: ${serviceIds.length}` },
      { name: 'Read reservations', detail: 'Reservations can be read.' },
      { name: 'Read rooms', detail: 'Resources can be read.' },
      { name: 'Read guests', detail: 'Customers can be read.' },
      { name: 'Read rate plans', detail: 'Rates can be read.' },
      { name: 'Read room blocks', detail: 'Resource blocks can be read.' },
      { name: 'Read maintenance requests', detail: 'Tasks can be read.' },
    ],
  }
}

function lastHour({ clock }: MewsContext) {
  const now = clock.now().getTime()
  return { UpdatedUtc: intervalOf(now - 3_600_000, now) }
}
