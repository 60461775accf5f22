import { z } from 'zod'
import type { PropertyCatalog } from '../catalog.ts'
import type { MewsContext } from '../settings.ts'
import {
  readAgeCategories,
  readCompanies,
  readCustomers,
  readNotes,
  readOrderItems,
  readResourceNames,
} from './parts.ts'

const text = z.string().nullish().catch(null)

/** What of a reservation refers to other things. A broken reservation goes on alone, to be refused by name. */
const references = z
  .object({
    Id: text,
    AccountId: text,
    AccountType: text,
    AssignedResourceId: text,
    RequestedResourceCategoryId: text,
    PersonCounts: z.array(z.object({ AgeCategoryId: z.string() })).catch([]),
  })
  .partial()
  .catch({})
type References = z.output<typeof references>

/**
 * Puts together what a hotel calls a booking: a reservation names its guest, room, prices and notes by id only. Each kind
 * of part is read for all reservations at once.
 * @param chain see `chains`
 * @param isOfFew somebody waits for it: the parts are read at the same time. Those of a page are large, and come one after
 * the other
 */
export async function joinBookings(
  ctx: MewsContext,
  catalog: PropertyCatalog,
  chain: object,
  reservations: readonly unknown[],
  { isOfFew = false }: { readonly isOfFew?: boolean } = {},
) {
  const joined = reservations.map((reservation) => ({ reservation, refs: references.parse(reservation) }))
  const parts = await readParts(
    ctx,
    chain,
    joined.map(({ refs }) => refs),
    isOfFew,
  )
  return joined.map(({ reservation, refs }) => ({
    Reservation: reservation,
    Customer: parts.customers.get(refs.AccountId ?? '') ?? null,
    Company: parts.companies.get(refs.AccountId ?? '') ?? null,
    Category: catalog.categories.get(refs.RequestedResourceCategoryId ?? '') ?? null,
    Resource: parts.resources.get(refs.AssignedResourceId ?? '') ?? null,
    AgeCategories: ageIdsOf(refs).flatMap((id) => parts.ageCategories.get(id) ?? []),
    OrderItems: parts.orderItems.get(refs.Id ?? '') ?? [],
    Notes: parts.notes.get(refs.Id ?? '') ?? [],
  }))
}

async function readParts(ctx: MewsContext, chain: object, refs: readonly References[], isOfFew: boolean) {
  const accounts = (type: string) => refs.filter((ref) => ref.AccountType === type).map((ref) => ref.AccountId)
  const ids = refs.map((ref) => ref.Id)
  const rooms = refs.map((ref) => ref.AssignedResourceId)
  let before: Promise<unknown> = Promise.resolve()
  const part = <T>(read: () => Promise<T>): Promise<T> => {
    const reading = isOfFew ? read() : before.then(read)
    before = reading
    return reading
  }
  const [customers, companies, resources, ageCategories, orderItems, notes] = await Promise.all([
    part(() => readCustomers(ctx, chain, accounts('Customer'))),
    part(() => readCompanies(ctx, chain, accounts('Company'))),
    part(() => readResourceNames(ctx, rooms)),
    part(() => readAgeCategories(ctx, refs.flatMap(ageIdsOf))),
    part(() => readOrderItems(ctx, ids)),
    part(() => readNotes(ctx, ids)),
  ])
  return { customers, companies, resources, ageCategories, orderItems, notes }
}

const ageIdsOf = ({ PersonCounts = [] }: References) => PersonCounts.map((count) => count.AgeCategoryId)
