import { randomUUID } from 'node:crypto'
import type { GraphQLObjectType } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { versionOf } from '../../src/changes/conflicts/resolve.ts'
import { mock } from '../../src/providers/mock/index.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import type { BookingStatus } from '../../src/records/booking.ts'
import { createSubgraph } from '../../src/resolvers/subgraph.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import {
  addBooking,
  addChannel,
  addFailure,
  addHotel,
  addHousekeeping,
  addMaintenanceRequest,
  addRoom,
  addRoomBlock,
  addSyncLog,
  addWebhookEvent,
} from '../kit/rows.ts'
import { scriptedVendor } from '../kit/scripted-provider.ts'

let api: TestApi
let vendor: Simulator
beforeAll(async () => {
  api = await startApi()
  vendor = await mock.simulate({ bookings: 1, rooms: 1, guests: 1 })
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await vendor[Symbol.asyncDispose]()
})

interface Subject {
  readonly hotelId: string
  readonly configurationId: string
}
type Run = (
  subject: Subject,
) => Promise<
  { input: object } | { syncLogId: string } | { hotelId: string } | { changeId: string } | { changeSetId: string }
>
const provider = 'mock'
const account = () => ({ credentials: vendor.credentials, settings: vendor.settings })
const ofHotel: Run = async ({ hotelId }) => ({ input: { hotelId, provider } })

const channelOf = (hotelId: string) => ({
  ...{ hotelId, provider, channel: 'channex', propertyId: 'property', currency: 'EUR', credentials: { apiKey: 'key' } },
  ...{ rooms: [{ roomTypeExternalId: 'DBL', channelId: 'room' }], plans: [] },
})

/** How each mutation is called, and what it leaves in the audit. */
const MUTATIONS: Record<string, readonly [action: string, Run]> = {
  registerHotel: [
    'hotel.updated',
    async ({ hotelId: id }) => ({ input: { id, slug: id, name: 'New', timeZone: 'UTC', currency: 'EUR' } }),
  ],
  updateHotel: ['hotel.updated', async ({ hotelId }) => ({ input: { hotelId, name: 'Renamed' } })],
  removeHotel: ['hotel.removed', async ({ hotelId }) => ({ input: { hotelId, confirmation: hotelId } })],
  revealPersonalData: ['personal-data.revealed', async ({ hotelId }) => ({ hotelId })],
  upsertConfiguration: [
    'configuration.changed',
    async ({ hotelId }) => ({ input: { hotelId, provider, ...account(), syncSchedule: '@daily' } }),
  ],
  deleteConfiguration: ['configuration.deleted', ofHotel],
  testConfiguration: ['configuration.tested', ofHotel],
  syncBookings: ['sync.requested', ofHotel],
  syncRooms: ['sync.requested', ofHotel],
  syncGuests: ['sync.requested', ofHotel],
  syncRoomTypes: ['sync.requested', ofHotel],
  syncRatePlans: ['sync.requested', ofHotel],
  syncHousekeeping: ['sync.requested', ofHotel],
  syncRoomBlocks: ['sync.requested', ofHotel],
  syncMaintenanceRequests: ['sync.requested', ofHotel],
  syncRates: ['sync.requested', ofCalendar],
  syncAvailability: ['sync.requested', ofCalendar],
  cancelSync: [
    'sync.cancelled',
    async ({ hotelId }) => ({ syncLogId: (await addSyncLog(api.database, { hotelId, status: 'QUEUED' })).id }),
  ],
  tryProviderNow: ['provider.retried', ofHotel],
  replayFailures: [
    'failures.replayed',
    async ({ hotelId }) => {
      const { id: syncLogId } = await addSyncLog(api.database, { hotelId })
      await addFailure(api.database, { hotelId, syncLogId })
      return { input: { hotelId, provider, entityType: 'BOOKING' } }
    },
  ],
  connectChannel: ['channel.connected', async ({ hotelId }) => ({ input: channelOf(hotelId) })],
  pauseChannel: [
    'channel.paused',
    async ({ hotelId }) => {
      await addChannel(api.database, hotelId)
      await api.database.query('UPDATE pms_channel SET enabled = true WHERE hotel_id = $1', [hotelId])
      return { input: { hotelId, channel: 'channex', reason: 'Renovation' } }
    },
  ],
  resumeChannel: [
    'channel.resumed',
    async ({ hotelId }) => {
      await addChannel(api.database, hotelId)
      await api.database.query('UPDATE pms_channel SET enabled = false WHERE hotel_id = $1', [hotelId])
      return { input: { hotelId, channel: 'channex' } }
    },
  ],
  disconnectChannel: [
    'channel.disconnected',
    async ({ hotelId }) => {
      await addChannel(api.database, hotelId)
      return { input: { hotelId, channel: 'channex' } }
    },
  ],
  rotateWebhookSecret: ['webhook.secret.rotated', ofHotel],
  sendTestWebhook: ['webhook.test.sent', ofHotel],
  replayWebhookEvents: [
    'webhook.events.replayed',
    async ({ hotelId, configurationId }) => {
      await addWebhookEvent(api.database, { hotelId, configurationId })
      return { input: { hotelId, all: true } }
    },
  ],
  changeBooking: ['change.requested', ofBooking({ party: { adults: 3 } })],
  moveBooking: [
    'change.requested',
    async (subject) => {
      const { id: roomId } = await addRoom(api.database, { hotelId: subject.hotelId, provider })
      return ofBooking({ roomId })(subject)
    },
  ],
  cancelBooking: ['change.requested', ofBooking({})],
  reinstateBooking: ['change.requested', ofBooking({}, 'CANCELLED')],
  checkInBooking: ['change.requested', ofBooking({})],
  checkOutBooking: ['change.requested', ofBooking({}, 'CHECKED_IN')],
  addBookingNote: ['change.requested', ofBooking({ note: 'Late arrival' })],
  updateHousekeeping: [
    'change.requested',
    async (subject) => {
      const { id, externalId } = await ofRoom(subject)
      await addHousekeeping(api.database, { hotelId: subject.hotelId, provider, externalId, condition: 'DIRTY' })
      return { input: { hotelId: subject.hotelId, roomIds: [id], condition: 'CLEAN' } }
    },
  ],
  createRoomBlock: [
    'change.requested',
    async (subject) => {
      const { id: roomId } = await ofRoom(subject)
      const nights = { firstNight: '2099-01-01', lastNight: '2099-01-02' }
      return { input: { hotelId: subject.hotelId, roomId, kind: 'OUT_OF_ORDER', ...nights } }
    },
  ],
  endRoomBlock: [
    'change.requested',
    async (subject) => {
      const { hotelId } = await ofRoom(subject)
      const { id: roomBlockId } = await addRoomBlock(api.database, { hotelId, provider })
      return { input: { hotelId, roomBlockId } }
    },
  ],
  createMaintenanceRequest: [
    'change.requested',
    async (subject) => {
      const { id: roomId, hotelId } = await ofRoom(subject)
      return { input: { hotelId, roomId, title: 'Window is stuck' } }
    },
  ],
  updateMaintenanceRequest: [
    'change.requested',
    async (subject) => {
      const { hotelId } = await ofRoom(subject)
      const { id } = await addMaintenanceRequest(api.database, { hotelId, provider, status: 'OPEN' })
      return { input: { hotelId, maintenanceRequestId: id, status: 'RESOLVED' } }
    },
  ],
  cancelChange: [
    'change.cancelled',
    async (subject) => {
      const id = await addChange(subject)
      return { changeId: id }
    },
  ],
  resolveConflicts: [
    'change.resolved',
    async (subject) => {
      const changeId = await addChange(subject)
      const theirs = { status: 'CHECKED_IN' }
      await api.database.query(`UPDATE pms_change SET state = 'CONFLICT', theirs = $2 WHERE id = $1`, [
        changeId,
        JSON.stringify(theirs),
      ])
      return {
        input: { conflicts: [{ changeId, version: versionOf({ theirs, groups: ['STATUS'] }) }], choice: 'THEIRS' },
      }
    },
  ],
  undoChange: [
    'change.requested',
    async (subject) => {
      const changeId = await addChange(subject)
      await api.database.query(`UPDATE pms_change SET state = 'APPLIED', ended_at = now() WHERE id = $1`, [changeId])
      await api.database.query(`UPDATE pms_booking SET status = 'CANCELLED' WHERE hotel_id = $1`, [subject.hotelId])
      return { input: { hotelId: subject.hotelId, changeId } }
    },
  ],
  createChangeSet: ['change-set.created', async (subject) => ({ input: await wishOfSet(subject) })],
  previewChangeSet: ['change-set.previewed', ofSetAt('DRAFT')],
  runChangeSet: [
    'change-set.run',
    async (subject) => ({ input: { ...(await ofSetAt('PREVIEWED')(subject)), previewHash: 'h' } }),
  ],
  pauseChangeSet: ['change-set.paused', ofSetAt('RUNNING')],
  resumeChangeSet: ['change-set.resumed', ofSetAt('PAUSED')],
  cancelChangeSet: ['change-set.cancelled', ofSetAt('PREVIEWED')],
  undoChangeSet: ['change-set.created', ofSetAt('DONE')],
  settleChange: [
    'change.settled',
    async (subject) => {
      const changeId = await addChange(subject)
      await api.database.query(
        `UPDATE pms_change SET state = 'UNKNOWN', sent_at = now(), waiting_for = 'PERSON' WHERE id = $1`,
        [changeId],
      )
      return { input: { changeId, outcome: 'GIVE_UP' } }
    },
  ],
}

/** A set that was made before and stands there by now, what it is about done where it has ended. */
function ofSetAt(state: 'DRAFT' | 'PREVIEWED' | 'RUNNING' | 'PAUSED' | 'DONE') {
  return async (subject: Subject) => {
    const input = await wishOfSet(subject)
    const query = 'mutation ($input: PmsCreateChangeSetInput!) { createChangeSet(input: $input) { changeSet { id } } }'
    const { data } = await api.send({ query, variables: { input } }, await api.token({ permissions: ['ADMIN_EDIT'] }))
    const { id } = (data as { createChangeSet: { changeSet: { id: string } } }).createChangeSet.changeSet
    const [isOver, isShown] = [state === 'DONE', state !== 'DRAFT']
    await api.database.query(
      `UPDATE pms_change_set SET state = $2, ready_at = now() + interval '1 h', preview_hash = CASE WHEN $4 THEN 'h' END,
         previewed_at = CASE WHEN $4 THEN now() END, started_at = CASE WHEN $3 THEN now() END,
         ended_at = CASE WHEN $3 THEN now() END WHERE id = $1`,
      [id, state, isOver, isShown],
    )
    await api.database.query(`UPDATE pms_change_set_item SET outcome = 'SEND' WHERE set_id = $1`, [id])
    if (isOver)
      await api.database.query(`UPDATE pms_change SET state = 'APPLIED', ended_at = now() WHERE set_id = $1`, [id])
    await api.database.query('DELETE FROM pms_audit_entry WHERE hotel_id = $1', [subject.hotelId])
    return { changeSetId: id }
  }
}

/** Of all bookings of the hotel. */
async function wishOfSet(subject: Subject) {
  const { input } = (await ofBooking({})(subject)) as { input: { hotelId: string; bookingId: string } }
  return { hotelId: input.hotelId, action: 'BOOKING_CANCEL', ids: [input.bookingId] }
}

/** The hotel at a PMS that has prices and numbers of rooms, as the mock has not. */
async function ofCalendar({ hotelId }: Subject) {
  const { adapter } = scriptedVendor(`calendar-${randomUUID()}`)
  api.adapters.set(adapter.key, adapter)
  await api.database.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, credentials) VALUES ($1, $2, $3, '')`,
    [randomUUID(), hotelId, adapter.key],
  )
  return { input: { hotelId, provider: adapter.key } }
}

/** A booking that may be changed, with what to change. */
function ofBooking(fields: object, status: BookingStatus = 'CONFIRMED'): Run {
  return async ({ hotelId }) => {
    await api.database.query('UPDATE pms_configuration SET write_enabled = true WHERE hotel_id = $1', [hotelId])
    const { id: bookingId } = await addBooking(api.database, { hotelId, provider, status, roomExternalId: 'R-1' })
    return { input: { hotelId, bookingId, ...fields } }
  }
}

async function ofRoom({ hotelId }: Subject) {
  await api.database.query('UPDATE pms_configuration SET write_enabled = true WHERE hotel_id = $1', [hotelId])
  const externalId = 'R-7'
  return { ...(await addRoom(api.database, { hotelId, provider, externalId })), hotelId, externalId }
}

/** Asked for by somebody else, before. */
async function addChange(subject: Subject): Promise<string> {
  const { input } = (await ofBooking({})(subject)) as { input: { bookingId: string } }
  const wish = { hotelId: subject.hotelId, action: 'BOOKING_CANCEL', entityId: input.bookingId, values: {} } as const
  const { id } = await api.changes.request({ ...wish, requestedBy: 'before' })
  await api.database.query('DELETE FROM pms_audit_entry WHERE hotel_id = $1', [subject.hotelId])
  return id
}

const mutations = Object.values((createSubgraph().getMutationType() as GraphQLObjectType).getFields())

async function connected(): Promise<Subject> {
  const hotelId = await addHotel(api.database)
  const keys = await (async () => {
    await send('upsertConfiguration', { input: { hotelId, provider, ...account() } })
    return api.inbox.rotateKeys({ hotelId, provider, actor: 'before' })
  })()
  await api.database.query('DELETE FROM pms_audit_entry WHERE hotel_id = $1', [hotelId])
  return { hotelId, configurationId: keys.configuration.id }
}

async function send(name: string, variables: object) {
  const field = mutations.find((each) => each.name === name)
  const [argument] = field?.args ?? []
  const text = `mutation ($it: ${argument?.type}) { ${name}(${argument?.name}: $it) { errors { code message field } } }`
  const body = { query: text, variables: { it: Object.values(variables)[0] } }
  const { data, errors } = await api.send(body, await api.token({ subject: 'ada' }))
  expect(errors).toBeUndefined()
  expect(data?.[name]).toEqual({ errors: [] })
}

const entries = (hotelId: string) =>
  api.database.query<{ actor: string; action: string; details: object }>(
    'SELECT actor, action, details FROM pms_audit_entry WHERE hotel_id = $1 ORDER BY id',
    [hotelId],
  )

test('every mutation is in the table above', () => {
  expect(Object.keys(MUTATIONS).sort()).toEqual(mutations.map(({ name }) => name).sort())
})

test.each(Object.entries(MUTATIONS))('%s leaves who did it in the audit', async (name, [action, variables]) => {
  const subject = await connected()
  await send(name, await variables(subject))
  expect(await entries(subject.hotelId)).toMatchObject([{ actor: 'ada', action }])
})

test('what is refused leaves nothing', async () => {
  const { hotelId } = await connected()
  const text = `mutation ($input: PmsConfigurationInput!) { upsertConfiguration(input: $input) { errors { code } } }`
  const input = { hotelId, provider, syncSchedule: 'never' }
  expect((await api.send({ query: text, variables: { input } })).data).toMatchObject({
    upsertConfiguration: { errors: [{ code: 'BAD_USER_INPUT' }] },
  })
  expect(await entries(hotelId)).toEqual([])
})

test('the audit names what was changed, and never a secret', async () => {
  const { hotelId } = await connected()
  const secret = `canary-${randomUUID()}`
  const changed = { hotelId, provider, credentials: { apiKey: secret }, enabled: false, pausedReason: 'Renovation' }
  await send('upsertConfiguration', { input: changed })
  const found = await entries(hotelId)
  expect(found).toMatchObject([
    { action: 'configuration.changed', details: { provider, changed: ['credentials', 'enabled', 'pausedReason'] } },
    { action: 'configuration.paused', details: { provider, reason: 'Renovation' } },
  ])
  expect(JSON.stringify(found)).not.toContain(secret)
})
