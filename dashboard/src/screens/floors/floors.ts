import type { FloorBlocksQuery, FloorRoomsQuery, FloorStaysQuery, PmsCondition, PmsStay } from '../../gql/graphql.ts'
import type { FloorsSearch } from './search.ts'

export type FloorRoom = FloorRoomsQuery['rows']['nodes'][number]
export type FloorBlock = FloorBlocksQuery['rows']['nodes'][number]
export type FloorStay = FloorStaysQuery['rows']['nodes'][number]

/** A room of the board, with what happens in it today. */
export interface Tile {
  readonly room: FloorRoom
  readonly condition: PmsCondition
  readonly stay: PmsStay
  readonly blocks: readonly FloorBlock[]
  readonly arrivals: readonly FloorStay[]
  readonly departures: readonly FloorStay[]
}

export interface Floor {
  /** As the PMS names it; null where it does not. */
  readonly name: string | null
  readonly tiles: readonly Tile[]
}

export interface FloorsData {
  readonly tiles: readonly Tile[]
  /** Arrivals of today that have no room of this board yet. */
  readonly roomless: readonly FloorStay[]
  /** Some of it could not be read: there is too much. */
  readonly isCut?: boolean
}

const natural = new Intl.Collator('en', { numeric: true })

/** Puts together what is of one room. */
export function floorsOf(
  rooms: readonly FloorRoom[],
  blocks: readonly FloorBlock[],
  arrivals: readonly FloorStay[],
  departures: readonly FloorStay[],
): FloorsData {
  const [blocksBy, arrivalsBy, departuresBy] = [byRoom(blocks), byRoom(arrivals), byRoom(departures)]
  const known = new Set(rooms.map(({ provider, externalId }) => `${provider} ${externalId}`))
  const tiles = rooms.map((room) => {
    const key = `${room.provider} ${room.externalId}`
    const today = { arrivals: arrivalsBy.get(key) ?? [], departures: departuresBy.get(key) ?? [] }
    return {
      ...{ room, ...today, blocks: blocksBy.get(key) ?? [] },
      condition: room.housekeeping?.condition ?? room.cleaningStatus,
      stay: room.housekeeping?.stay ?? stayOf(room, today),
    }
  })
  const roomless = arrivals.filter(({ provider, roomExternalId }) => !known.has(`${provider} ${roomExternalId}`))
  return { tiles: tiles.sort((a, b) => natural.compare(a.room.roomNumber, b.room.roomNumber)), roomless }
}

/** What guests do in a room whose PMS has no housekeeping. */
function stayOf({ status }: FloorRoom, { arrivals, departures }: Pick<Tile, 'arrivals' | 'departures'>): PmsStay {
  if (arrivals.length > 0) return departures.length > 0 ? 'TURNOVER' : 'ARRIVAL'
  if (departures.length > 0) return 'DEPARTURE'
  return status === 'OCCUPIED' ? 'STAYOVER' : 'FREE'
}

function byRoom<Row extends { readonly provider: string; readonly roomExternalId: string | null }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, ({ provider, roomExternalId }) => `${provider} ${roomExternalId}`)
}

/** From the highest floor that is named last, as one reads a list; rooms of no named floor at the end. */
export function groupByFloor(tiles: readonly Tile[]): Floor[] {
  const floors = Map.groupBy(tiles, ({ room }) => room.floor || null)
  return [...floors]
    .map(([name, tiles]) => ({ name, tiles }))
    .sort((a, b) => Number(a.name === null) - Number(b.name === null) || natural.compare(a.name ?? '', b.name ?? ''))
}

export const isShown =
  ({ room: number, floor, condition, stay, block }: FloorsSearch) =>
  (tile: Tile): boolean =>
    (number === undefined || tile.room.roomNumber.toLowerCase().includes(number.toLowerCase())) &&
    (floor === undefined || (tile.room.floor ?? '') === floor) &&
    (condition === undefined || tile.condition === condition) &&
    (stay === undefined || isStay(tile.stay, stay)) &&
    (block === undefined || tile.blocks.some(({ kind }) => kind === block))

/** In a turnover somebody arrives and somebody leaves. */
const isStay = (has: PmsStay, wanted: PmsStay) =>
  has === wanted || (has === 'TURNOVER' && (wanted === 'ARRIVAL' || wanted === 'DEPARTURE'))
