import { z } from 'zod'
import { stays } from '../bookings.ts'
import { type Category, isStay, type PropertyCatalog, readable } from '../catalog.ts'
import { enterprises } from '../client.ts'
import { type List, RESERVATIONS, readByIds } from '../operations/lists.ts'
import { BLOCKS } from '../room-blocks.ts'
import type { MewsContext } from '../settings.ts'
import { intervalOf } from '../walk/interval.ts'

const ASSIGNMENTS: List = { operation: 'resourceCategoryAssignments/getAll', field: 'ResourceCategoryAssignments' }

const identified = z.object({ Id: z.string() })

/**
 * Puts together what a hotel calls a room: a resource that people stay in, what blocks it now and who is in it. Other
 * resources, such as parking spots and persons, are left out.
 */
export async function joinRooms(
  ctx: MewsContext,
  catalog: PropertyCatalog,
  resources: readonly unknown[],
): Promise<unknown[]> {
  const ids = readable(identified, resources).map(({ Id }) => Id)
  const categories = await readCategories(ctx, catalog, ids)
  const rooms = resources.flatMap((resource) => {
    const { Id = '' } = identified.safeParse(resource).data ?? {}
    const category = categories.get(Id) ?? null
    return isRoom(resource, category) ? [{ resource, Id, category }] : []
  })
  const roomIds = rooms.map(({ Id }) => Id)
  const blocks = await readBlocks(ctx, roomIds)
  const persons = await readPersons(ctx, catalog, roomIds)
  return rooms.map(({ resource, Id, category }) => ({
    Resource: resource,
    Category: category,
    Blocks: blocks.get(Id) ?? [],
    InHouse: persons.has(Id) ? { Persons: persons.get(Id) } : null,
  }))
}

const otherThing = z.object({ Data: z.object({ Discriminator: z.enum(['Object', 'Person']) }) })

/** A resource without a category is a room that is not sold yet, unless it says that it is something else. */
function isRoom(resource: unknown, category: Category | null): boolean {
  return category === null ? !otherThing.safeParse(resource).success : isStay(category)
}

const assignment = z.object({ ResourceId: z.string(), CategoryId: z.string() })

/** A room may be in several categories. One that people stay in goes first, and of those the same one each time. */
async function readCategories(ctx: MewsContext, { categories }: PropertyCatalog, ids: readonly string[]) {
  const found = new Map<string, Category>()
  if (ids.length === 0) return found
  const parameters = { ...enterprises(ctx), ResourceIds: ids, ActivityStates: ['Active'] }
  const answers = await readByIds(ctx, ASSIGNMENTS, 'ResourceCategoryIds', categories.keys(), parameters)
  for (const { ResourceId, CategoryId } of readable(assignment, answers)) {
    const [known, category] = [found.get(ResourceId), categories.get(CategoryId)]
    if (category !== undefined && (known === undefined || goesBefore(category, known))) found.set(ResourceId, category)
  }
  return found
}

function goesBefore(a: Category, b: Category): boolean {
  return isStay(a) === isStay(b) ? a.Id < b.Id : isStay(a)
}

const block = z.object({ Id: z.string(), AssignedResourceId: z.string(), Type: z.string(), Name: z.string().nullish() })

/** What blocks a room at this moment. */
async function readBlocks(ctx: MewsContext, ids: readonly string[]) {
  const now = ctx.clock.now().getTime()
  const CollidingUtc = intervalOf(now, now + 1_000)
  const parameters = { ...enterprises(ctx), CollidingUtc, ActivityStates: ['Active'] }
  const blocks = readable(block, await readByIds(ctx, BLOCKS, 'AssignedResourceIds', ids, parameters))
  const inOrder = blocks.sort((a, b) => (a.Id < b.Id ? -1 : 1))
  return Map.groupBy(inOrder, (one) => one.AssignedResourceId)
}

const inHouse = z.object({
  AssignedResourceId: z.string(),
  PersonCounts: z.array(z.object({ Count: z.int() })).catch([]),
})

/** How many persons are in each room that has guests. */
async function readPersons(ctx: MewsContext, catalog: PropertyCatalog, ids: readonly string[]) {
  const parameters = { ...stays(ctx, catalog), States: ['Started'] }
  const started = readable(inHouse, await readByIds(ctx, RESERVATIONS, 'AssignedResourceIds', ids, parameters))
  const persons = new Map<string, number>()
  for (const { AssignedResourceId: id, PersonCounts } of started) {
    persons.set(
      id,
      PersonCounts.reduce((sum, { Count }) => sum + Count, persons.get(id) ?? 0),
    )
  }
  return persons
}
