import { z } from 'zod'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import { CONFIGURATION, call, enterprise, enterprises } from './client.ts'
import { REMEMBERED_MS } from './limits.ts'
import { type List, readAll, readByIds } from './operations/lists.ts'
import type { MewsContext } from './settings.ts'

/** What bookings and rooms refer to. Read once a walk: a hotel has a few of each. */
export interface PropertyCatalog {
  /** Services that people stay in: not parking, not meeting rooms. */
  readonly serviceIds: readonly string[]
  /** Those of them that are sold by the day: not by the hour or the month. */
  readonly dailyServiceIds: readonly string[]
  /** Of all bookable services, by id. */
  readonly categories: ReadonlyMap<string, Category>
}

const SERVICES: List = { operation: 'services/getAll', field: 'Services' }
export const CATEGORIES: List = { operation: 'resourceCategories/getAll', field: 'ResourceCategories' }

const service = z.object({
  Id: z.string(),
  EnterpriseId: z.string(),
  Data: z
    .object({
      Discriminator: z.string().nullish(),
      Value: z.object({ TimeUnitPeriod: z.string().nullish() }).nullish().catch(null),
    })
    .nullish(),
})
const category = z.object({
  Id: z.string(),
  ServiceId: z.string(),
  Type: z.string(),
  Names: z.record(z.string(), z.string()).nullish().catch(null),
  Capacity: z.int().nullish().catch(null),
  ExtraCapacity: z.int().nullish().catch(null),
})
export type Category = z.output<typeof category>

/** What nobody sleeps in, or not without a room. What the vendor may add later counts as a place to stay. */
const NOT_A_STAY = new Set(
  `Office MeetingRoom ParkingSpot Desk TeamArea Membership Bike ExtraBed Cot Crib
  ConferenceRoom Rooftop Garden Restaurant Amphitheater`.split(/\s+/),
)

export const isStay = ({ Type }: Pick<Category, 'Type'>): boolean => !NOT_A_STAY.has(Type)

const CATALOG = 'catalog'

/** @throws PmsIntegrationError BAD_USER_INPUT when the token is one of several hotels and none was named */
export async function readCatalog(ctx: MewsContext): Promise<PropertyCatalog> {
  const services = readable(service, await readAll(ctx, SERVICES, enterprises(ctx)))
  if (new Set(services.map((one) => one.EnterpriseId)).size > 1 && ctx.hotel.externalHotelId === null)
    throw whichHotel()
  const bookable = services.filter((one) => one.Data?.Discriminator !== 'Additional').map((one) => one.Id)
  const filter = { ...enterprises(ctx), ActivityStates: ['Active', 'Deleted'] }
  const categories = readable(category, await readByIds(ctx, CATEGORIES, 'ServiceIds', bookable, filter))
  const serviceIds = [...new Set(categories.filter(isStay).map((one) => one.ServiceId))]
  if (serviceIds.length === 0) throw noRooms()
  const byDay = new Set(services.filter(isDaily).map((one) => one.Id))
  const dailyServiceIds = serviceIds.filter((id) => byDay.has(id))
  const catalog = { serviceIds, dailyServiceIds, categories: new Map(categories.map((one) => [one.Id, one])) }
  ctx.memory.keep(CATALOG, catalog)
  return catalog
}

/** As it was read not longer ago than that; null: it was not. */
export const recallCatalog = ({ memory }: MewsContext, maxAgeMs: number): PropertyCatalog | null =>
  memory.get<PropertyCatalog>(CATALOG, maxAgeMs) ?? null

/** Mostly said; where it is not, a stay is of nights. */
const isDaily = ({ Data }: z.output<typeof service>) => (Data?.Value?.TimeUnitPeriod ?? 'Day') === 'Day'

const configuration = z.object({ Enterprise: z.object({ ChainId: z.string() }) })

/** Which chain is meant. Guests belong to chains; a token of one hotel implies its chain. */
export async function chains(ctx: MewsContext): Promise<{ ChainIds?: string[] }> {
  if (ctx.hotel.externalHotelId === null) return {}
  const known = ctx.memory.get<string>('chain', REMEMBERED_MS)
  if (known !== undefined) return { ChainIds: [known] }
  const { Enterprise } = await call(ctx, CONFIGURATION, enterprise(ctx), configuration)
  ctx.memory.keep('chain', Enterprise.ChainId)
  return { ChainIds: [Enterprise.ChainId] }
}

/** What can be read of a list; a broken entry is missed where something refers to it. */
export function readable<T extends z.ZodType>(schema: T, items: readonly unknown[]): z.output<T>[] {
  return items.flatMap((item) => {
    const parsed = schema.safeParse(item)
    return parsed.success ? [parsed.data] : []
  })
}

export const whichHotel = () =>
  badUserInput('externalHotelId', 'This access token is one of several hotels: the id of the enterprise is needed.')

const noRooms = () =>
  new PmsIntegrationError('PROVIDER_BAD_RESPONSE', 'The PMS shows no service with rooms for this access token.')
