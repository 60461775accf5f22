import { dayNumber } from '../../../records/days.ts'
import { wallClockOf } from '../../local-time.ts'
import type { Entry } from '../../simulator-kit/ledger.ts'
import type { SimulatorAnswer } from '../../simulator-kit/server.ts'
import type { SimulatedHotel } from '../../simulator-kit/simulator.ts'
import { BLOCK_DAYS } from '../limits.ts'
import { ok, refusal } from './answers.ts'
import { byId, deliverPage, pageOf } from './pages.ts'
import { PROPERTY } from './render.ts'
import { endOf, partsOfBlock, renderHousekeeping, renderRoomBlock } from './render-care.ts'

export function housekeeping(query: URLSearchParams, hotel: SimulatedHotel): SimulatorAnswer {
  const date = todayOf(hotel)
  const { items, total } = deliverPage(
    'housekeeping',
    byId(hotel.collections.housekeeping.ledger.entries),
    query,
    hotel,
  )
  const data = items.map((item) => {
    const { blocks: _, ...row } = item as ReturnType<typeof renderHousekeeping>
    return { date, ...row }
  })
  return ok({ data, count: data.length, total })
}

const todayOf = ({ clock, timeZone }: SimulatedHotel) => wallClockOf(clock.now(), timeZone).slice(0, 10)

/** Both ends default to today. What rooms are blocked by today is in the list of that day alone, what is planned in all others. */
export function roomBlocks(query: URLSearchParams, hotel: SimulatedHotel): SimulatorAnswer {
  const [from, to] = ['startDate', 'endDate'].map((name) => query.get(name) ?? todayOf(hotel)) as [string, string]
  if (dayNumber(to) - dayNumber(from) >= BLOCK_DAYS) return refusal('Date range may not exceed 35 days')
  return from === to ? blocksOfToday(query, hotel) : plannedBlocks(query, [from, to], hotel)
}

function blocksOfToday(query: URLSearchParams, { collections }: SimulatedHotel): SimulatorAnswer {
  const { ledger, read } = collections.housekeeping
  const all = byId(ledger.entries).flatMap((entry) => renderHousekeeping(read(entry)).blocks)
  return answerOf(pageOf(all, query, 20).shown.map(withRoom), all.length)
}

function plannedBlocks(query: URLSearchParams, [from, to]: readonly [string, string], hotel: SimulatedHotel) {
  const { ledger, read } = hotel.collections.roomBlocks
  const id = query.get('roomBlockID')
  const isShown = (entry: Entry) => {
    const block = read(entry)
    return (id === null || partsOfBlock(entry.id)[0] === id) && block.firstNight <= to && endOf(block) >= from
  }
  const shown = byId(ledger.entries.filter(isShown))
  const blocks = Map.groupBy(shown, (entry) => partsOfBlock(entry.id)[0])
  const leads = [...blocks.values()].flatMap(([lead]) => lead ?? [])
  const { items, total } = deliverPage('roomBlocks', leads, query, hotel)
  const others = (raw: ReturnType<typeof withRoom>) =>
    (blocks.get(String(raw.roomBlockID)) ?? []).slice(1).map((entry) => roomOf(renderRoomBlock(read(entry))))
  return answerOf(
    items.map(withRoom).map((raw) => ({ ...raw, rooms: [...raw.rooms, ...others(raw)] })),
    total,
  )
}

function answerOf(roomBlocks: readonly unknown[], total: number): SimulatorAnswer {
  return ok({ data: { propertyID: PROPERTY, roomBlocks }, count: roomBlocks.length, total })
}

type Row = Readonly<Record<string, unknown>>

const roomOf = ({ eventID, roomID, roomTypeID, isSource }: Row) => ({ eventID, roomID, roomTypeID, isSource })

/** A block with the first of its rooms, of what stands in one row until it is sent. */
function withRoom(row: unknown): Row & { readonly rooms: readonly Row[] } {
  const { eventID, roomID, roomTypeID, isSource, ...block } = row as Row
  return { ...block, rooms: [roomOf({ eventID, roomID, roomTypeID, isSource })] }
}
