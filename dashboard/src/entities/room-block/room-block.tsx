import { RoomBlockDocument, RoomBlocksDocument, SyncRoomBlocksDocument } from '../../gql/graphql.ts'
import { defineEntity } from '../entity.tsx'
import { oneOf } from '../list/filters.ts'
import { roomBlockColumns } from './room-block-columns.tsx'
import { RoomBlockFacts } from './room-block-facts.tsx'
import { KINDS } from './words.ts'

export const roomBlock = defineEntity({
  type: 'ROOM_BLOCK',
  sync: SyncRoomBlocksDocument,
  list: {
    document: RoomBlocksDocument,
    orders: ['FIRST_NIGHT', 'LAST_NIGHT', 'ROOM_NUMBER', 'KIND', 'UPDATED_AT'],
    hasPersonalData: true,
    columns: roomBlockColumns,
    filters: {
      room: { kind: 'text', label: 'Room', width: 100 },
      kind: { kind: 'choice', label: 'Kind', choices: KINDS },
      night: { kind: 'day', label: 'On the night of' },
    },
    toFilter: ({ room, kind, night }) => ({ roomNumber: room ?? null, kind: oneOf(kind), covers: night ?? null }),
  },
  details: { document: RoomBlockDocument, Facts: RoomBlockFacts },
})
