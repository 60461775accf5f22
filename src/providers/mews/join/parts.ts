import { z } from 'zod'
import { readable } from '../catalog.ts'
import { enterprises } from '../client.ts'
import { REMEMBERED_MS } from '../limits.ts'
import { CUSTOMERS, type List, RESOURCES, readAll, readByIds } from '../operations/lists.ts'
import type { MewsContext } from '../settings.ts'

const COMPANIES: List = { operation: 'companies/getAll', field: 'Companies' }
const AGE_CATEGORIES: List = { operation: 'ageCategories/getAll', field: 'AgeCategories' }
const ORDER_ITEMS: List = { operation: 'orderItems/getAll', field: 'OrderItems' }
const NOTES: List = { operation: 'serviceOrderNotes/getAll', field: 'ServiceOrderNotes' }

/** Gone ones too: a booking goes on naming them. */
const ANY_STATE = { ActivityStates: ['Active', 'Deleted'] }

type Ids = readonly (string | null | undefined)[]
const text = z.string().nullish()
const byId = <T extends { Id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.Id, item]))
const inOrder = (a: { Id: string }, b: { Id: string }) => (a.Id < b.Id ? -1 : 1)

const customer = z.object({ Id: z.string(), FirstName: text, LastName: text, Email: text })

/** @param chain see `chains` */
export async function readCustomers(ctx: MewsContext, chain: object, ids: Ids) {
  const parameters = { ...chain, ...ANY_STATE, Extent: { Customers: true, Addresses: false } }
  return byId(readable(customer, await readByIds(ctx, CUSTOMERS, 'CustomerIds', ids, parameters)))
}

const named = z.object({ Id: z.string(), Name: z.string() })

export async function readCompanies(ctx: MewsContext, chain: object, ids: Ids) {
  return byId(readable(named, await readByIds(ctx, COMPANIES, 'Ids', ids, chain)))
}

export async function readResourceNames(ctx: MewsContext, ids: Ids) {
  const parameters = { ...enterprises(ctx), Extent: { Resources: true, Inactive: true } }
  return remembered(ctx, 'room', ids, async (unknown) =>
    readable(named, await readByIds(ctx, RESOURCES, 'ResourceIds', unknown, parameters)),
  )
}

const ageCategory = z.object({ Id: z.string(), Classification: z.string() })

export async function readAgeCategories(ctx: MewsContext, ids: Ids) {
  const parameters = { ...enterprises(ctx), ...ANY_STATE }
  return remembered(ctx, 'age', ids, async (unknown) =>
    readable(ageCategory, await readByIds(ctx, AGE_CATEGORIES, 'AgeCategoryIds', unknown, parameters)),
  )
}

/** Of the property, not of its guests: what was read a moment ago is not asked for again. */
async function remembered<T extends { Id: string }>(
  { memory }: MewsContext,
  kind: 'room' | 'age',
  ids: Ids,
  read: (ids: Ids) => Promise<readonly T[]>,
): Promise<Map<string, T>> {
  const known = (id: string) => memory.get<T>(`${kind} ${id}`, REMEMBERED_MS)
  const wanted = [...new Set(ids)].filter((id) => id != null)
  const found = wanted.flatMap((id) => known(id) ?? [])
  const asked = await read(wanted.filter((id) => known(id) === undefined))
  for (const one of asked) memory.keep(`${kind} ${one.Id}`, one)
  return byId([...found, ...asked])
}

// Nothing is checked here: a price that cannot be read must stop its booking, not be left out of the total.
const orderItem = z.object({
  Id: z.string(),
  ServiceOrderId: z.string(),
  Type: z.unknown(),
  AccountingState: z.unknown(),
  Amount: z.object({ Currency: z.unknown(), GrossValue: z.unknown() }).nullish().catch(null),
})

/** What stands on the bill, or will once an option is confirmed (until then the items are inactive), by reservation. */
export async function readOrderItems(ctx: MewsContext, reservationIds: Ids) {
  const parameters = { ...enterprises(ctx), AccountingStates: ['Open', 'Closed', 'Inactive'] }
  const items = readable(orderItem, await readByIds(ctx, ORDER_ITEMS, 'ServiceOrderIds', reservationIds, parameters))
  return Map.groupBy(items.sort(inOrder), (item) => item.ServiceOrderId)
}

const note = z.object({ Id: z.string(), OrderId: z.string(), Type: text, Text: text })

/** Categories that a service has now. */
export async function readAgeCategoriesOf(ctx: MewsContext, serviceId: string) {
  const parameters = { ...enterprises(ctx), ServiceIds: [serviceId], ActivityStates: ['Active'] }
  return readable(ageCategory, await readAll(ctx, AGE_CATEGORIES, parameters))
}

/** By reservation. */
export async function readNotes(ctx: MewsContext, reservationIds: Ids) {
  // Left out, special requests would be.
  const parameters = { ...enterprises(ctx), Types: ['General', 'ChannelManager', 'SpecialRequest'] }
  const notes = readable(note, await readByIds(ctx, NOTES, 'ServiceOrderIds', reservationIds, parameters))
  return Map.groupBy(notes.sort(inOrder), (one) => one.OrderId)
}
