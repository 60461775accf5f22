import { CONDITIONS } from '../../entities/housekeeping/words.ts'
import { KINDS } from '../../entities/room-block/words.ts'
import type { PmsCondition, PmsRoomBlockKind, PmsStay } from '../../gql/graphql.ts'
import { choice, text } from '../../ui/table/paging.ts'

export const STAYS: Readonly<Record<PmsStay, string>> = {
  ARRIVAL: 'Arrival',
  DEPARTURE: 'Departure',
  TURNOVER: 'Departure and arrival',
  STAYOVER: 'Stays',
  FREE: 'Free',
}

/** Filters of the floor board. */
export interface FloorsSearch {
  readonly room?: string | undefined
  readonly floor?: string | undefined
  readonly condition?: PmsCondition | undefined
  readonly stay?: PmsStay | undefined
  readonly block?: PmsRoomBlockKind | undefined
}

const keysOf = <T extends string>(words: Readonly<Record<T, string>>) => Object.keys(words) as T[]

export const floorsSearch = (search: Record<string, unknown>): FloorsSearch => ({
  room: text(search.room),
  floor: text(search.floor),
  condition: choice(search.condition, keysOf(CONDITIONS)),
  stay: choice(search.stay, keysOf(STAYS)),
  block: choice(search.block, keysOf(KINDS)),
})
