import type { Sql } from '../../platform/database/database.ts'
import type { Freshness, FreshnessState } from '../freshness.ts'

/** A hotel with the freshness of each of its configurations and entity types. */
export interface FleetHotel {
  hotelId: string
  name: string
  slug: string
  freshness: Freshness[]
}

/** The worst of a hotel; null when it is connected to no PMS. */
export type FleetState = FreshnessState | null

/** A hotel among others. */
export interface RankedHotel extends FleetHotel {
  state: FleetState
  /** Since when it is in that state, where that is known. */
  since: Date | null
}

export interface FleetFilter {
  provider?: string | null | undefined
  state?: readonly FreshnessState[] | null | undefined
}

/** From the one that needs a person soonest to the one that needs nobody. */
const BY_SEVERITY: readonly FleetState[] = ['FAILING', 'STALE', 'LATE', 'NEVER', 'PAUSED', null, 'FRESH']
const rankOf = (state: FleetState) => BY_SEVERITY.indexOf(state)

/** These hotels, or all of them, in two statements. */
export async function readFleet(
  sql: Sql,
  freshnessOf: (hotelIds: readonly string[]) => Promise<Freshness[]>,
  hotelIds: readonly string[] | null,
): Promise<FleetHotel[]> {
  const hotels = await sql.query<Omit<FleetHotel, 'freshness'>>(
    'SELECT id AS "hotelId", name, slug FROM pms_hotel WHERE $1::text[] IS NULL OR id = ANY($1)',
    [hotelIds],
  )
  const lines = Map.groupBy(await freshnessOf(hotels.map(({ hotelId }) => hotelId)), ({ hotelId }) => hotelId)
  return hotels.map((hotel) => ({ ...hotel, freshness: lines.get(hotel.hotelId) ?? [] }))
}

/** Those that match, the most severe first: the worse state, then the longer in it. */
export function rankFleet(hotels: readonly FleetHotel[], { provider, state }: FleetFilter): RankedHotel[] {
  return hotels
    .map((hotel) => (provider ? { ...hotel, freshness: ofProvider(hotel, provider) } : hotel))
    .filter(({ freshness }) => !provider || freshness.length > 0)
    .map((hotel) => ({ ...hotel, ...worstOf(hotel.freshness) }))
    .filter((hotel) => !state || state.some((wanted) => wanted === hotel.state))
    .sort((a, b) => compareKeys(severityKey(a), severityKey(b)) || compareKeys(a.hotelId, b.hotelId))
}

/** Sorts as text by state, then by time. */
export const severityKey = ({ state, since }: Pick<RankedHotel, 'state' | 'since'>) =>
  `${rankOf(state)} ${since?.toISOString() ?? 'unknown'}`

export const compareKeys = (a: string, b: string) => Number(a > b) - Number(a < b)

/** How many hotels are in each state that occurs. */
export function countStates(hotels: readonly RankedHotel[]): { state: FleetState; hotels: number }[] {
  const byState = Map.groupBy(hotels, ({ state }) => state)
  return BY_SEVERITY.flatMap((state) => {
    const found = byState.get(state)
    return found === undefined ? [] : [{ state, hotels: found.length }]
  })
}

const ofProvider = ({ freshness }: FleetHotel, key: string) => freshness.filter(({ provider }) => provider === key)

function worstOf(lines: readonly Freshness[]): Pick<RankedHotel, 'state' | 'since'> {
  const [worst] = lines.toSorted((a, b) => compareKeys(severityKey(a), severityKey(b)))
  return { state: worst?.state ?? null, since: worst?.since ?? null }
}
