import { HousekeepingByIdDocument, HousekeepingDocument, SyncHousekeepingDocument } from '../../gql/graphql.ts'
import { defineEntity } from '../entity.tsx'
import { oneOf } from '../list/filters.ts'
import { housekeepingColumns } from './housekeeping-columns.tsx'
import { HousekeepingFacts } from './housekeeping-facts.tsx'
import { CONDITIONS, OCCUPANCIES } from './words.ts'

export const housekeeping = defineEntity({
  type: 'HOUSEKEEPING',
  sync: SyncHousekeepingDocument,
  list: {
    document: HousekeepingDocument,
    orders: ['ROOM_NUMBER', 'CONDITION', 'OCCUPANCY', 'UPDATED_AT'],
    hasPersonalData: true,
    columns: housekeepingColumns,
    filters: {
      room: { kind: 'text', label: 'Room', width: 100 },
      condition: { kind: 'choice', label: 'Condition', choices: CONDITIONS },
      occupancy: { kind: 'choice', label: 'Occupancy', choices: OCCUPANCIES },
    },
    toFilter: ({ room, condition, occupancy }) => ({
      roomNumber: room ?? null,
      condition: oneOf(condition),
      occupancy: oneOf(occupancy),
    }),
  },
  details: { document: HousekeepingByIdDocument, Facts: HousekeepingFacts },
})
