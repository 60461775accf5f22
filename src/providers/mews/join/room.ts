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

/** Puts together what a hotel calls a room: a resource that people stay in, what it is sold as and who is in it. */
export async function joinRooms(
  ctx: MewsContext,
  catalog: PropertyCatalog,
  resources: readonly unknown[],
): Promise<unknown[]> {
  const rooms = await roomsAmong(ctx, catalog, resources)
  const inHouse = await readInHouse(ctx, catalog, rooms)
  return rooms.map(({ resource, Id, category }) => ({
    Resource: withoutState(resource),
    Category: category,
    InHouse: inHouse(Id),
  }))
}

/** Puts together how a room is now: the state of its resource, what blocks it and who is in it. */
export async function joinHousekeeping(
  ctx: MewsContext,
  catalog: PropertyCatalog,
  resources: readonly unknown[],
): Promise<unknown[]> {
  const rooms = await roomsAmong(ctx, catalog, resources)
  const blocks = await readBlocks(ctx, rooms)
  const inHouse = await readInHouse(ctx, catalog, rooms)
  return rooms.map(({ resource, Id }) => ({
    Resource: stateOf(resource),
    Blocks: blocks.get(Id) ?? [],
    IsOccupied: inHouse(Id) !== null,
  }))
}

interface Room {
  readonly resource: unknown
  readonly Id: string
  readonly category: Category | null
}

/** Other resources, such as parking spots and persons, are left out. */
async function roomsAmong(ctx: MewsContext, catalog: PropertyCatalog, resources: readonly unknown[]): Promise<Room[]> {
  const ids = readable(identified, resources).map(({ Id }) => Id)
  const categories = await readCategories(ctx, catalog, ids)
  return resources.flatMap((resource) => {
    const { Id = '' } = identified.safeParse(resource).data ?? {}
    const category = categories.get(Id) ?? null
    return isRoom(resource, category) ? [{ resource, Id, category }] : []
  })
}

const object = z.record(z.string(), z.unknown())

/** What a room is; how it is changes all day: kept here, it would change the room each time. */
function withoutState(resource: unknown): unknown {
  const { State: _, ...rest } = object.safeParse(resource).data ?? {}
  return rest
}

/** How a room is. */
function stateOf(resource: unknown): unknown {
  const { Id, Name, State } = object.safeParse(resource).data ?? {}
  return { Id, Name, State }
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
async function readBlocks(ctx: MewsContext, rooms: readonly Room[]) {
  const now = ctx.clock.now().getTime()
  const CollidingUtc = intervalOf(now, now + 1_000)
  const parameters = { ...enterprises(ctx), CollidingUtc, ActivityStates: ['Active'] }
  const blocks = readable(block, await readByIds(ctx, BLOCKS, 'AssignedResourceIds', idsOf(rooms), parameters))
  const inOrder = blocks.sort((a, b) => (a.Id < b.Id ? -1 : 1))
  return Map.groupBy(inOrder, (one) => one.AssignedResourceId)
}

const idsOf = (rooms: readonly Room[]) => rooms.map(({ Id }) => Id)

const stay = z.object({
  AssignedResourceId: z.string(),
  PersonCounts: z.array(z.object({ Count: z.int() })).catch([]),
})

/** How many persons are in each room that has guests; null for one that has none. */
async function readInHouse(ctx: MewsContext, catalog: PropertyCatalog, rooms: readonly Room[]) {
  const parameters = { ...stays(ctx, catalog), States: ['Started'] }
  const started = readable(stay, await readByIds(ctx, RESERVATIONS, 'AssignedResourceIds', idsOf(rooms), parameters))
  const persons = new Map<string, number>()
  for (const { AssignedResourceId: id, PersonCounts } of started) {
    persons.set(
      id,
      PersonCounts.reduce((sum, { Count }) => sum + Count, persons.get(id) ?? 0),
    )
  }
  return (id: string) => (persons.has(id) ? { Persons: persons.get(id) } : null)
}
