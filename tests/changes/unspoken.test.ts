import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { versionOf } from '../../src/changes/conflicts/resolve.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { createEventBus, type EventBus } from '../../src/sync/events/events.ts'
import { openTestDatabase } from '../kit/database.ts'
import { recordingPubSub } from '../kit/memory-pubsub.ts'
import { createSetHotel } from '../kit/set-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** Everything that is said beside the rows themselves: lines of the log, events in this process and between processes. */
function listening() {
  const said: string[] = []
  const bus = createEventBus((error) => {
    throw error
  })
  const events: EventBus = {
    ...bus,
    emit(event, payload) {
      said.push(`${event} ${JSON.stringify(payload)}`)
      bus.emit(event, payload)
    },
  }
  const pubsub = recordingPubSub()
  const log = pino({ level: 'trace' }, { write: (line: string) => void said.push(line) })
  return { parts: { events, pubsub, log }, all: () => [...said, JSON.stringify(pubsub.published)].join('\n') }
}

const GUEST = { guestName: 'Zebulonia Quixworth', guestEmail: 'zebulonia@quixworth.example' }
const NOTE = 'Allergic to ZANZIBARNUTS, call +351 912 345 678'
const REASON = 'The QUILLDESK was rung by 0044 7700 900123'
const [WANTED, THEIRS] = ['2031-05-17', '2031-05-19']
/** Long enough that no id, port or time has them by chance. */
const SECRETS = /.{0,80}(zebulonia|quixworth|zanzibar|912.?345.?678|quilldesk|7700.?900123|2031-05-1[79]).{0,80}/gi
/** What gives a value away, with what stands around it. */
const leaksOf = (said: string) => said.match(SECRETS) ?? []

it('no value of a guest stands in the audit, the log or an event, whatever becomes of a change', async () => {
  const { parts, all } = listening()
  await using hotel = await createSetHotel(database, { parts })
  const { hotelId, vendor, booking, services } = hotel
  const keep = { options: { pricing: 'KEEP' }, reason: REASON } as const
  vendor.data.change('bookings', booking.externalId, GUEST)
  await hotel.sync(['BOOKING'])
  expect(await hotel.row()).toMatchObject(GUEST)
  const states: unknown[] = []
  const work = async () => void states.push((await hotel.work())?.state)

  await hotel.request('BOOKING_NOTE', { note: NOTE }, { reason: REASON })
  await work()
  vendor.setFaults({ write: { loseAfter: 1 } })
  await hotel.request('BOOKING_NOTE', { note: `${NOTE} again` }, { reason: REASON })
  await work()
  vendor.setFaults({})
  await hotel.elapse(5_000)
  await work()
  vendor.setFaults({ write: { refuse: 1 } })
  await hotel.request('BOOKING_NOTE', { note: `${NOTE} once more` }, { reason: REASON })
  await work()
  vendor.setFaults({})

  const contested = await hotel.request('BOOKING_CHANGE', { checkOut: WANTED }, keep)
  vendor.data.change('bookings', booking.externalId, { checkOut: THEIRS })
  await work()
  const version = versionOf(await hotel.change(contested.id))
  await services.changes.resolve({ hotelId, changeId: contested.id, version, choice: 'OURS', actor: 'ada' })
  await work()
  const undo = { hotelId, changeId: contested.id, requestedBy: 'ada', ...keep }
  await services.changes.request(await services.changes.undoOf(undo))
  await work()
  expect(states).toEqual(['APPLIED', 'UNKNOWN', 'APPLIED', 'REJECTED', 'CONFLICT', 'APPLIED', 'APPLIED'])

  const wish = { action: 'BOOKING_NOTE', values: { note: NOTE }, reason: REASON } as const
  const set = await hotel.look(await hotel.create({ ...wish, ids: (await hotel.ids()).slice(0, 3) }))
  await hotel.run(set)
  await hotel.send()
  expect(await hotel.set(set.id)).toMatchObject({ state: 'DONE' })

  expect(String(hotel.theirs().notes)).toContain('ZANZIBARNUTS')
  const audited = await hotel.audit()
  expect(audited.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['change.requested', 'change.ended', 'change.resolved', 'change-set.ended']),
  )
  expect(leaksOf(JSON.stringify(audited))).toEqual([])
  for (const event of ['pms.change.applied', 'pms.change.rejected', 'pms.change.conflict'])
    expect(all()).toContain(event)
  expect(leaksOf(all())).toEqual([])
})
