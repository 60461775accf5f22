import { RoomTypeDocument, RoomTypesDocument, SyncRoomTypesDocument } from '../../gql/graphql.ts'
import { defineEntity } from '../entity.tsx'
import { roomTypeColumns } from './room-type-columns.tsx'
import { RoomTypeFacts } from './room-type-facts.tsx'

export const roomType = defineEntity({
  type: 'ROOM_TYPE',
  sync: SyncRoomTypesDocument,
  list: {
    document: RoomTypesDocument,
    orders: ['NAME', 'CODE', 'CAPACITY', 'ROOM_COUNT', 'UPDATED_AT'],
    hasPersonalData: false,
    columns: roomTypeColumns,
    filters: { code: { kind: 'text', label: 'Code', width: 100 } },
    toFilter: ({ code }) => ({ code: code ?? null }),
  },
  details: { document: RoomTypeDocument, Facts: RoomTypeFacts },
})
