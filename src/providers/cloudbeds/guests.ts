import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import type { FetchWindow } from '../provider.ts'
import { type MovingList, walkList } from '../transport/moving-list.ts'
import { numberedPages } from '../transport/numbered-pages.ts'
import type { Query } from '../transport/rest.ts'
import { get, propertyOf, timeOf } from './client.ts'
import { guestIdOf } from './ids.ts'
import { limits } from './limits.ts'
import { changedAt } from './normalize/changed.ts'
import { isMissing } from './refusals.ts'
import type { CloudbedsContext } from './settings.ts'
import { walkListAndChanges } from './walk/list-and-changes.ts'
import { countedList, withoutIdentity } from './wire.ts'

/** Before the vendor began. Said, since without a range a sibling of the list shows today only. */
const BEGINNING = new Date('2000-01-01')
const DAY_MS = 86_400_000

/** Walks through the guests; all of them in the order of their creation, which no edit changes. */
export async function* fetchGuests(ctx: CloudbedsContext, window: FetchWindow) {
  const resultsTo = dayAfter(window.until)
  const pages = walkListAndChanges(window, {
    changedAt: (raw) => changedAt(raw, ctx.hotel),
    list: (since) => {
      const sortBy = since === null ? 'creation' : 'modification'
      return listGuests(ctx, { sortBy, resultsFrom: timeOf(since ?? BEGINNING), resultsTo })
    },
  })
  for await (const page of pages) yield { ...page, items: page.items.filter((raw) => !isMerged(raw)) }
}

/** What the method for one guest calls what the list calls otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  firstName: 'guestFirstName',
  lastName: 'guestLastName',
  email: 'guestEmail',
  phone: 'guestPhone',
  cellPhone: 'guestCellPhone',
  country: 'guestCountry',
  birthDate: 'guestBirthDate',
}
const single = z.object({ data: z.record(z.string(), z.unknown()).nullish().catch(null) })
type Single = Readonly<Record<string, unknown>>

/**
 * The method for one guest shows another shape, so it tells the name to find the guest in the list by. One that the list
 * does not show is read as far as the method tells.
 */
export async function fetchGuest(ctx: CloudbedsContext, guestID: string): Promise<unknown | null> {
  const known = await readSingle(ctx, guestID)
  if (known === null) return null
  const list = listGuests(ctx, { ...searchFor(ctx, known), resultsTo: dayAfter(ctx.clock.now()) })
  for await (const { items } of walkList(list, { cursor: null, limit: null })) {
    const found = items.find((raw) => guestIdOf(raw) === guestID)
    if (found !== undefined) return isMerged(found) ? null : found
  }
  if (isMerged(known)) return null
  const told = Object.entries(NAMES).filter(([theirs]) => known[theirs])
  if (told.length === 0)
    throw new PmsIntegrationError('PROVIDER_BAD_RESPONSE', 'The PMS tells nothing about this guest.')
  return { guestID, ...Object.fromEntries(told.map(([theirs, listed]) => [listed, known[theirs]])) }
}

/** One without a name, as after anonymising, is looked for among the latest changes rather than among all. */
function searchFor({ clock }: CloudbedsContext, known: Single): Query {
  const [firstName, lastName] = [known.firstName, known.lastName].map((name) => (typeof name === 'string' ? name : ''))
  if (!firstName && !lastName) {
    const latest = new Date(clock.now().getTime() - limits.overlapMs)
    return { sortBy: 'modification', resultsFrom: timeOf(latest) }
  }
  const name = { guestFirstName: firstName || null, guestLastName: lastName || null }
  return { ...name, sortBy: 'creation', resultsFrom: timeOf(BEGINNING) }
}

const dayAfter = (instant: Date) => timeOf(new Date(instant.getTime() + DAY_MS))

async function readSingle(ctx: CloudbedsContext, guestID: string): Promise<Single | null> {
  try {
    return (await get(ctx, 'getGuest', { propertyID: propertyOf(ctx), guestID }, single)).data ?? {}
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

export function listGuests(ctx: CloudbedsContext, query: Query): MovingList {
  const all = { propertyIDs: propertyOf(ctx), includeGuestInfo: true, ...query }
  return numberedPages({
    pageSize: limits.pageSize,
    async read(pageNumber, pageSize) {
      const answer = await get(ctx, 'getGuestList', { ...all, pageNumber, pageSize }, countedList)
      return { rows: (answer.data ?? []).map(withoutIdentity), total: answer.total ?? null }
    },
  })
}

const merged = z.object({ isMerged: z.literal(true) })

/** A guest that lives on in another one. */
const isMerged = (raw: unknown): boolean => merged.safeParse(raw).success
