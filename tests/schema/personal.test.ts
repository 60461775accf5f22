import { buildSchema, type GraphQLObjectType, isObjectType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { maskPersonal } from '../../src/resolvers/access/mask-personal.ts'
import { createSubgraph } from '../../src/resolvers/subgraph.ts'
import { personalMaskOf } from '../../src/schema/common/personal.ts'

const schema = createSubgraph()
const fieldsOf = (type: string) => Object.values((schema.getType(type) as GraphQLObjectType).getFields())

/** What may be shown to everybody who may look. Whoever adds a field decides: here, or `@Personal` beside it. */
const OF_EVERY_ROW = [
  ...['createdAt', 'deletedAt', 'externalId', 'externalUpdatedAt', 'hotel', 'hotelId', 'id'],
  ...['lastSyncedAt', 'pendingChanges', 'provider', 'syncError', 'syncStatus', 'updatedAt'],
]
const OPEN: Record<string, string[]> = {
  PmsBooking: [
    ...['adults', 'bookedRoomType', 'checkIn', 'checkOut', 'children', 'confirmationNumber', 'conflictingBlocks'],
    ...['currency', 'guest'],
    ...[
      'guestExternalId',
      'ratePlan',
      'ratePlanExternalId',
      'roomTypeExternalId',
      'room',
      'roomExternalId',
      'roomNumber',
      'roomType',
      'source',
      'status',
      'totalAmountCents',
    ],
  ],
  PmsHousekeeping: [
    ...['businessDate', 'condition', 'discrepancy', 'doNotDisturb', 'history', 'occupancy', 'reportedOccupancy'],
    ...['room', 'roomNumber', 'roomStatus', 'serviceRefused', 'stay', 'turndown'],
  ],
  PmsRoomBlock: [
    ...[
      'conflictingBookings',
      'endsAt',
      'firstNight',
      'kind',
      'lastNight',
      'reasonCode',
      'returnCondition',
      'room',
      'roomExternalId',
    ],
    ...['roomNumber', 'startsAt'],
  ],
  PmsMaintenanceRequest: [
    ...['code', 'dueAt', 'place', 'priority', 'reportedAt', 'resolvedAt', 'room', 'roomExternalId', 'roomNumber'],
    ...['status', 'title'],
  ],
  PmsGuest: ['bookings', 'country', 'loyaltyTier', 'totalSpent', 'totalStays'],
}

test.each(Object.keys(OPEN))('every field of %s is known to be open, or is masked', (type) => {
  const unmarked = fieldsOf(type).filter((field) => personalMaskOf(field) === undefined)
  expect(unmarked.map(({ name }) => name).sort()).toEqual([...OF_EVERY_ROW, ...(OPEN[type] ?? [])].sort())
})

test('the description of what is masked says so', () => {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType)
  const masked = types.flatMap(({ name }) => fieldsOf(name).filter((field) => personalMaskOf(field) !== undefined))
  expect(masked.length).toBeGreaterThan(0)
  for (const { description } of masked) expect(description).toMatch(/ Without ADMIN_EDIT: [^.]+\.$/)
})

describe('a mark that cannot be kept is refused:', () => {
  const marked = (sdl: string, mask: string) => {
    const leaky = buildSchema(`type Query { guest: Guest } type Guest { ${sdl} }`)
    const { email } = (leaky.getType('Guest') as GraphQLObjectType).getFields()
    if (email) email.extensions = { personal: mask }
    return { leaky, email }
  }

  test('to hide what is never null', () => {
    expect(() => maskPersonal(marked('email: String!', 'HIDDEN').leaky)).toThrow('"Guest.email" cannot be hidden')
  })

  test('on a field that is computed', () => {
    const { leaky, email } = marked('email: String', 'EMAIL')
    if (email) email.resolve = () => 'ada@example.com'
    expect(() => maskPersonal(leaky)).toThrow('"Guest.email" is @Personal and has a resolver')
  })
})
