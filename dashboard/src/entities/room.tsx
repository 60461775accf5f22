import { RoomDocument, RoomsDocument, SyncRoomsDocument } from '../gql/graphql.ts'
import { statusLabels } from '../ui/values/statuses.ts'
import { defineEntity } from './entity.tsx'
import { oneOf } from './list/filters.ts'
import { roomColumns } from './room-columns.tsx'
import { RoomFacts } from './room-facts.tsx'

const STATUSES = statusLabels(['AVAILABLE', 'OCCUPIED', 'OUT_OF_ORDER', 'OUT_OF_SERVICE', 'BLOCKED'])
const CLEANING_STATUSES = statusLabels(['CLEAN', 'DIRTY', 'INSPECTED', 'IN_PROGRESS'])

export const room = defineEntity({
  type: 'ROOM',
  sync: SyncRoomsDocument,
  list: {
    document: RoomsDocument,
    orders: ['ROOM_NUMBER', 'ROOM_TYPE', 'FLOOR', 'STATUS', 'CLEANING_STATUS', 'UPDATED_AT'],
    hasPersonalData: false,
    columns: roomColumns,
    filters: {
      room: { kind: 'text', label: 'Room', width: 100 },
      floor: { kind: 'text', label: 'Floor', width: 100 },
      status: { kind: 'choice', label: 'Status', choices: STATUSES },
      cleaning: { kind: 'choice', label: 'Cleaning', choices: CLEANING_STATUSES },
    },
    toFilter: ({ room, floor, status, cleaning }) => ({
      roomNumber: room ?? null,
      floor: oneOf(floor),
      status: oneOf(status),
      cleaningStatus: oneOf(cleaning),
    }),
  },
  details: { document: RoomDocument, Facts: RoomFacts },
})
