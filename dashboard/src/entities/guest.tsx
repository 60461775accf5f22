import { GuestDocument, GuestsDocument, SyncGuestsDocument } from '../gql/graphql.ts'
import { defineEntity } from './entity.tsx'
import { guestColumns } from './guest-columns.tsx'
import { GuestFacts } from './guest-facts.tsx'
import { oneOf } from './list/filters.ts'

export const guest = defineEntity({
  type: 'GUEST',
  sync: SyncGuestsDocument,
  list: {
    document: GuestsDocument,
    orders: ['LAST_NAME', 'FIRST_NAME', 'EMAIL', 'COUNTRY', 'TOTAL_STAYS', 'TOTAL_SPENT', 'UPDATED_AT'],
    hasPersonalData: true,
    columns: guestColumns,
    filters: {
      q: { kind: 'search', label: 'Search', placeholder: 'Name, e-mail or phone' },
      country: { kind: 'text', label: 'Country', placeholder: 'PT', maxLength: 2, width: 100, isUpperCase: true },
    },
    toFilter: ({ q, country }) => ({ search: q ?? null, country: oneOf(country) }),
  },
  details: { document: GuestDocument, Facts: GuestFacts },
})
