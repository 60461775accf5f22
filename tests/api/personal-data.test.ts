import { type GraphQLObjectType, getNamedType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSubgraph } from '../../src/resolvers/subgraph.ts'
import { personalMaskOf } from '../../src/schema/common/personal.ts'
import type { Permission } from '../../src/security/viewer.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { eventually } from '../kit/eventually.ts'
import { addBooking, addGuest, addHotel, addRoom } from '../kit/rows.ts'
import { aBooking, scriptedVendor } from '../kit/scripted-provider.ts'

/** Generated from the schema: everything that is `@Personal`, over every way to a row. */

const schema = createSubgraph()
const personal = (type: string) => {
  const fields = Object.values((schema.getType(type) as GraphQLObjectType).getFields())
  return fields.filter((field) => personalMaskOf(field) !== undefined).map(({ name }) => name)
}

/** Every plain field, so that what is secret would show wherever it is. */
const plain = (type: string) =>
  Object.values((schema.getType(type) as GraphQLObjectType).getFields())
    .filter(({ type: of }) => !('getFields' in getNamedType(of)))
    .map(({ name }) => name)
    .join(' ')

const [booking, guest, room] = ['PmsBooking', 'PmsGuest', 'PmsRoom'].map(plain)

const LISTS = `query ($hotelId: ID!) {
  bookings(hotelId: $hotelId, first: 2, orderBy: { field: GUEST_NAME, direction: ASC }) {
    nodes { ${booking} guest { ${guest} bookings(first: 2) { edges { cursor node { ${booking} } } } } room { ${room} bookings(first: 2) { nodes { ${booking} } } } }
    edges { cursor } pageInfo { startCursor endCursor }
  }
  guests(hotelId: $hotelId, first: 2, orderBy: { field: EMAIL, direction: ASC }) { edges { cursor node { ${guest} } } }
  rooms(hotelId: $hotelId, first: 2) { nodes { ${room} } }
  registrations(first: 2) { nodes { hotel { bookings(first: 2) { nodes { ${booking} } } guests(first: 2) { nodes { ${guest} } } } } }
}`
const BY_ID = `query ($booking: ID!, $guest: ID!, $room: ID!, $references: [_Any!]!) {
  booking(id: $booking) { ${booking} }
  guest(id: $guest) { ${guest} }
  room(id: $room) { ${room} }
  _entities(representations: $references) { ... on PmsBooking { ${booking} } ... on PmsGuest { ${guest} } }
}`

/** Each of these occurs nowhere but in one field of one row. */
const SECRETS = {
  name: 'Zebedee',
  family: 'Quillfeather',
  mail: 'xylograph.com',
  phone: '5551234',
  born: '1815-12-10',
  note: 'allergic to lilies',
  wish: 'seventh floor',
  fact: 'passport X1',
}

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

async function fillHotel() {
  const { database } = api
  const hotelId = await addHotel(database)
  const email = `zeb@${SECRETS.mail}`
  const metadata = { kept: SECRETS.fact }
  const profile = { firstName: SECRETS.name, lastName: SECRETS.family, email, phone: `+1 ${SECRETS.phone}` }
  const preferences = { room: SECRETS.wish }
  const rows = {
    guest: await addGuest(database, { hotelId, ...profile, dateOfBirth: SECRETS.born, preferences, metadata }),
    room: await addRoom(database, { hotelId, metadata }),
  }
  const stay = {
    ...{ guestName: `${SECRETS.name} ${SECRETS.family}`, guestEmail: email, notes: SECRETS.note, metadata },
    ...{ guestExternalId: rows.guest.externalId ?? null, roomExternalId: rows.room.externalId ?? null },
  }
  return { hotelId, ...rows, booking: await addBooking(database, { hotelId, ...stay }) }
}
type Filled = Awaited<ReturnType<typeof fillHotel>>

const tokenFor = (hotelId: string, ...permissions: Permission[]) => api.token({ hotelIds: [hotelId], permissions })

/** What the two queries answer, as text. */
async function everything(filled: Filled, token: string): Promise<string> {
  const ids = { booking: filled.booking.id, guest: filled.guest.id, room: filled.room.id }
  const references = [
    { __typename: 'PmsBooking', id: ids.booking },
    { __typename: 'PmsGuest', id: ids.guest },
  ]
  const answers = await Promise.all([
    api.send({ query: LISTS, variables: { hotelId: filled.hotelId } }, token),
    api.send({ query: BY_ID, variables: { ...ids, references } }, token),
  ])
  expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined])
  return JSON.stringify(answers.map(({ data }) => data))
}

/** Cursors are read as anybody could read them. */
const withCursors = (text: string) =>
  text + [...text.matchAll(/ursor":"([^"]+)"/g)].map(([, cursor = '']) => Buffer.from(cursor, 'base64url').toString())

describe('without ADMIN_EDIT', () => {
  test('no list, row, reference or cursor holds personal data', async () => {
    const filled = await fillHotel()
    const seen = withCursors(await everything(filled, await tokenFor(filled.hotelId, 'ADMIN_VIEW')))
    for (const secret of Object.values(SECRETS)) expect(seen).not.toContain(secret)
  })

  test('two guests can still be told apart', async () => {
    const filled = await fillHotel()
    const query = `query ($id: ID!, $guest: ID!) {
      booking(id: $id) { ${personal('PmsBooking')} } guest(id: $guest) { ${personal('PmsGuest')} } }`
    const variables = { id: filled.booking.id, guest: filled.guest.id }
    const { data } = await api.send({ query, variables }, await tokenFor(filled.hotelId, 'ADMIN_VIEW'))
    expect(data).toEqual({
      booking: { guestName: 'Z… Q…', guestEmail: 'z…@…', notes: null, metadata: null },
      guest: {
        ...{ firstName: 'Z…', lastName: 'Q…', email: 'z…@…', phone: '…34' },
        ...{ dateOfBirth: null, preferences: null, metadata: null },
      },
    })
  })

  test('a booking that changes comes masked, and at the same time whole to who may see it', async () => {
    const { hotelId, sync } = await hotelWithVendor()
    const watched = await Promise.all([watch(hotelId, 'ADMIN_VIEW'), watch(hotelId, 'ADMIN_EDIT')])
    await eventually(async () => {
      await sync()
      expect(watched.map(({ first }) => first)).toEqual([
        { guestName: 'Z… Q…', notes: null, guest: { email: 'z…@…' } },
        {
          ...{ guestName: `${SECRETS.name} ${SECRETS.family}`, notes: SECRETS.note },
          guest: { email: `zeb@${SECRETS.mail}` },
        },
      ])
    })
    await Promise.all(watched.map(({ client }) => client.dispose()))
  })
})

/** A hotel with a guest and, at its PMS, a booking of that guest; each sync finds the booking changed. */
async function hotelWithVendor() {
  const vendor = scriptedVendor(`vendor-${crypto.randomUUID()}`)
  const { key: provider } = vendor.adapter
  api.adapters.set(provider, vendor.adapter)
  const hotelId = await addHotel(api.database)
  await addGuest(api.database, { hotelId, provider, externalId: 'g1', email: `zeb@${SECRETS.mail}` })
  const query = 'mutation ($input: PmsConfigurationInput!) { upsertConfiguration(input: $input) { errors { code } } }'
  await api.send({ query, variables: { input: { hotelId, provider, credentials: { apiKey: 'k' } } } })
  const stay = { guestName: `${SECRETS.name} ${SECRETS.family}`, notes: SECRETS.note, guestExternalId: 'g1' }
  const sync = async () => {
    vendor.items.bookings = [aBooking('b1', { ...stay, externalUpdatedAt: new Date().toISOString() })]
    const { id } = await api.engine.request({ hotelId, provider, entityType: 'BOOKING', trigger: 'MANUAL' })
    await api.engine.waitForEnd(id)
  }
  return { hotelId, sync }
}

/** The first booking that a subscriber is told of. */
async function watch(hotelId: string, permission: Permission) {
  const query = 'subscription ($hotelId: ID!) { bookingChanged(hotelId: $hotelId) { guestName notes guest { email } } }'
  const client = api.connect(await tokenFor(hotelId, permission))
  const watched = { client, first: undefined as unknown }
  void client
    .iterate({ query, variables: { hotelId } })
    .next()
    .then(({ value }) => Object.assign(watched, { first: value?.data?.bookingChanged }))
  return watched
}

test('with ADMIN_EDIT all of it is there, but no cursor can be read', async () => {
  const filled = await fillHotel()
  const seen = await everything(filled, await tokenFor(filled.hotelId, 'ADMIN_EDIT'))
  for (const secret of Object.values(SECRETS)) expect(seen).toContain(secret)
  expect(withCursors(seen).slice(seen.length)).not.toContain(SECRETS.family)
})
