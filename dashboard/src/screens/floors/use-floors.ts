import { useNews } from '../../api/news.ts'
import { useWholeList, type WholeList } from '../../api/whole-list.ts'
import { changeProgressDocument } from '../../entities/changes/changed-document.ts'
import { type FloorBlock, type FloorRoom, type FloorStay, type FloorsData, floorsOf } from './floors.ts'
import {
  blockChangedDocument,
  blocksDocument,
  bookingChangedDocument,
  housekeepingChangedDocument,
  roomChangedDocument,
  roomsDocument,
  staysDocument,
} from './query.ts'

/** Rooms, blocks, arrivals and departures of a hotel's day, each read anew when one of its kind changes. */
export function useFloors(hotelId: string, today: string) {
  const rooms = useWholeList(roomsDocument, { hotelId })
  const blocks = useWholeList(blocksDocument, { hotelId, today })
  const day = { from: today, to: today }
  const arrivals = useWholeList(staysDocument, {
    hotelId,
    filter: { checkIn: day, status: ['PENDING', 'CONFIRMED', 'CHECKED_IN'], includeDeleted: false },
  })
  const departures = useWholeList(staysDocument, {
    hotelId,
    filter: { checkOut: day, status: ['CHECKED_IN', 'CHECKED_OUT'], includeDeleted: false },
  })
  useNews(housekeepingChangedDocument, hotelId, () => void rooms.refetch())
  // What is on its way to the PMS, and what became of it.
  useNews(changeProgressDocument, hotelId, () => void rooms.refetch())
  useNews(roomChangedDocument, hotelId, () => void rooms.refetch())
  useNews(blockChangedDocument, hotelId, () => void blocks.refetch())
  // What a guest does in a room is told by the rooms: they follow their bookings.
  useNews(bookingChangedDocument, hotelId, () => void refetchAll([arrivals, departures, rooms]))
  const lists = [rooms, blocks, arrivals, departures]
  return {
    data: dataOf(rooms.data, blocks.data, arrivals.data, departures.data),
    error: lists.find(({ error }) => error)?.error,
    refetch: () => refetchAll(lists),
  }
}

type Loaded<Row> = WholeList<Row> | undefined

function dataOf(
  rooms: Loaded<FloorRoom>,
  blocks: Loaded<FloorBlock>,
  arrivals: Loaded<FloorStay>,
  departures: Loaded<FloorStay>,
): FloorsData | undefined {
  if (!(rooms && blocks && arrivals && departures)) return undefined
  const isCut = [rooms, blocks, arrivals, departures].some((list) => list.isCut)
  return { ...floorsOf(rooms.rows, blocks.rows, arrivals.rows, departures.rows), isCut }
}

const refetchAll = (lists: readonly { refetch(): Promise<void> }[]) => Promise.all(lists.map((list) => list.refetch()))
