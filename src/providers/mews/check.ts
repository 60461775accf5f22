import { z } from 'zod'
import { ACTION_NAMES, type ActionName, actionOf } from '../../records/changes/actions.ts'
import { dayNumberIn, dayOf } from '../../records/days.ts'
import type { ProviderCheck } from '../provider.ts'
import { fetchAvailability } from './calendar/availability.ts'
import { fetchRates } from './calendar/rates.ts'
import { chains, readCatalog, whichHotel } from './catalog.ts'
import { CONFIGURATION, call, enterprise, enterprises } from './client.ts'
import { TASKS } from './maintenance-requests.ts'
import { CUSTOMERS, RESERVATIONS, RESOURCES, readPage } from './operations/lists.ts'
import { activeRates, RATES } from './rate-plans.ts'
import { BLOCKS } from './room-blocks.ts'
import type { MewsContext } from './settings.ts'
import { intervalOf } from './walk/interval.ts'
import { write } from './write/index.ts'
import { forbiddenActions } from './write/rights.ts'

const configuration = z.object({
  Enterprise: z.object({ Name: z.string(), TimeZoneIdentifier: z.string(), IsPortfolio: z.boolean().nullish() }),
})

/** Each operation is permitted by itself, so every list that is synced is tried, and every change with nothing to change. */
export async function check(ctx: MewsContext): Promise<ProviderCheck> {
  const { Enterprise } = await call(ctx, CONFIGURATION, enterprise(ctx), configuration)
  if (Enterprise.IsPortfolio && ctx.hotel.externalHotelId === null) throw whichHotel()
  const { serviceIds } = await readCatalog(ctx)
  const one = { after: null, count: 1 }
  await readPage(ctx, RESERVATIONS, { ...enterprises(ctx), ServiceIds: serviceIds }, one)
  await readPage(ctx, RESOURCES, { ...enterprises(ctx), Extent: { Resources: true } }, one)
  await readPage(ctx, CUSTOMERS, { ...(await chains(ctx)), ...lastHour(ctx), Extent: { Customers: true } }, one)
  await readPage(ctx, RATES, await activeRates(ctx), one)
  await tryCalendar(ctx)
  await readPage(ctx, BLOCKS, enterprises(ctx), one)
  await readPage(ctx, TASKS, enterprises(ctx), one)
  const forbidden = await forbiddenActions(ctx)
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
      { name: 'Read prices and availability', detail: 'Prices, restrictions and availability can be read.' },
      { name: 'Read room blocks', detail: 'Resource blocks can be read.' },
      { name: 'Read maintenance requests', detail: 'Tasks can be read.' },
      { name: 'Ask what may be changed', detail: detailOf(forbidden) },
    ],
    actions: ACTION_NAMES.filter((name) => write[name] !== undefined && !forbidden.includes(name)),
  }
}

const detailOf = (forbidden: readonly ActionName[]) =>
  forbidden.length === 0
    ? 'The access token may do everything that can be asked for here.'
    : `The access token has no permission for: ${forbidden.map((name) => actionOf(name).says).join(' ')}`

/** Today's, of the first rate. */
async function tryCalendar(ctx: MewsContext): Promise<void> {
  const today = { from: todayOf(ctx), to: todayOf(ctx) }
  for await (const _ of fetchAvailability(ctx, { ...ANY, until: ctx.clock.now(), range: today })) break
  for await (const _ of fetchRates(ctx, { ...ANY, until: ctx.clock.now(), range: today })) break
}

const ANY = { since: null, cursor: null, limit: null }

const todayOf = ({ hotel, clock }: MewsContext) => dayOf(dayNumberIn(hotel.timeZone, clock.now()))

function lastHour({ clock }: MewsContext) {
  const now = clock.now().getTime()
  return { UpdatedUtc: intervalOf(now - 3_600_000, now) }
}
