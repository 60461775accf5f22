import { describe, expect, test } from 'vitest'
import { cloudbeds } from '../../../src/providers/cloudbeds/index.ts'
import { normalizeRoomBlock } from '../../../src/providers/cloudbeds/normalize/room-block.ts'
import type { NormalizeContext } from '../../../src/providers/provider.ts'
import { openHarness } from '../../../src/providers/testing/harness.ts'
import { collect, idsOf } from '../../../src/providers/testing/walk.ts'
import { roomBlockRecord } from '../../../src/records/room-block.ts'
import { readVendorFile } from '../../kit/vendor-specs.ts'
import { pathOf, queryOf, recorded } from './traffic.ts'

const hotel = { id: 'h', externalHotelId: '1', timeZone: 'Europe/London', currency: 'GBP' }
const quiet: NormalizeContext = { hotel, report: () => {} }
const block = (fields: object, ctx = quiet) =>
  roomBlockRecord.parse(
    normalizeRoomBlock({ roomBlockID: '33', roomID: '1-0', startDate: '2026-09-16', ...fields }, ctx),
  )

describe('room blocks', () => {
  test('of the sample are a row a room', async () => {
    await using harness = await openHarness(cloudbeds)
    const sample = readVendorFile<{ data: { roomBlocks: { rooms: object[] }[] } }>(
      'samples',
      'cloudbeds',
      'getRoomBlocks.json',
    )
    sample.data.roomBlocks[0]?.rooms.push({ eventID: '8', roomID: '100202-7', roomTypeID: 100_202, isSource: false })
    const { ctx } = recorded(harness, (_, response) => ({ ...response, body: JSON.stringify(sample) }))
    const items = await collect(harness, 'roomBlocks', {}, ctx)
    const rows = items.map((raw) => roomBlockRecord.parse(normalizeRoomBlock(raw, ctx)))
    expect(rows.map((row) => [row.externalId, row.kind, row.roomExternalId, row.firstNight, row.lastNight])).toEqual([
      ['3390012/100202-1', 'OUT_OF_SERVICE', '100202-1', '2026-09-16', '2026-09-18'],
      ['3390012/100202-7', 'OUT_OF_SERVICE', '100202-7', '2026-09-16', '2026-09-18'],
      ['3390044/100201-0', 'HOLD', '100201-0', '2026-09-20', '2026-09-21'],
      ['3390060/100202-0', 'HOLD', '100202-0', '2026-09-25', '2026-09-26'],
    ])
    expect(rows[0]).toMatchObject({ reason: 'AC leak', roomNumber: null, reasonCode: null })
    expect(await cloudbeds.fetchOne?.roomBlocks?.(ctx, '3390012/100202-7')).toEqual(items[1])
    expect(await cloudbeds.fetchOne?.roomBlocks?.(ctx, '3390012/100202-9')).toBeNull()
  })

  test('of several rooms come as one block, change together, and lose a room without the others', async () => {
    await using harness = await openHarness(cloudbeds)
    const { data } = harness.simulator
    const { ctx, traffic } = recorded(harness)
    const rows = async () => idsOf(harness, 'roomBlocks', await collect(harness, 'roomBlocks', {}, ctx))
    expect(await rows()).toEqual(expect.arrayContaining(['3390001/100201-0', '3390001/100201-1']))
    const answered = JSON.parse(traffic.at(-1)?.response.body ?? '') as { data: { roomBlocks: { rooms: unknown[] }[] } }
    expect(answered.data.roomBlocks.map(({ rooms }) => rooms.length)).toEqual([2, 1, 2, 1])
    data.change('roomBlocks', '3390001/100201-1', { reason: 'Flood' })
    const of = (await collect(harness, 'roomBlocks', {}, ctx)).map((raw) => normalizeRoomBlock(raw, ctx))
    expect(of.filter(({ reason }) => reason === 'Flood').map(({ externalId }) => externalId)).toEqual([
      '3390001/100201-0',
      '3390001/100201-1',
    ])
    data.remove(
      'roomBlocks',
      data.facts('roomBlocks').findIndex(({ externalId }) => externalId === '3390001/100201-0'),
    )
    expect(await rows()).not.toContain('3390001/100201-0')
    expect(await rows()).toContain('3390001/100201-1')
  })

  test('are asked for over the 35 days from the hotel’s today', async () => {
    await using harness = await openHarness(cloudbeds, { timeZone: 'Pacific/Apia' })
    const { ctx, traffic } = recorded(harness)
    expect(await collect(harness, 'roomBlocks', {}, ctx)).toHaveLength(6)
    const asked = traffic.map(({ request }) => [...queryOf(request)].filter(([name]) => name.endsWith('Date')))
    expect(asked).toEqual([
      [
        ['startDate', '2026-10-20'],
        ['endDate', '2026-11-23'],
      ],
    ])
  })

  test('whose rooms cannot be read are not lost: the block itself comes as it is', async () => {
    await using harness = await openHarness(cloudbeds)
    const odd = { roomBlockID: '33', rooms: 'all' }
    const body = JSON.stringify({ success: true, data: { roomBlocks: [odd] }, count: 1, total: 1 })
    const { ctx } = recorded(harness, (_, response) => ({ ...response, body }))
    const items = await collect(harness, 'roomBlocks', {}, ctx)
    expect(items).toEqual([odd])
    expect(cloudbeds.identify.roomBlocks?.(odd)).toBeNull()
    expect(() => normalizeRoomBlock(odd, quiet)).toThrow()
  })

  test('of an unknown kind take the room out of sale, which is reported; without an end they last', () => {
    const reports: unknown[] = []
    const ctx = { hotel, report: (problem: unknown) => void reports.push(problem) }
    expect(block({ roomBlockType: 'haunted', endDate: '' }, ctx)).toMatchObject({
      kind: 'OUT_OF_SERVICE',
      lastNight: null,
    })
    expect(reports).toEqual([{ path: 'roomBlockType', value: 'haunted', used: 'OUT_OF_SERVICE' }])
  })
})

describe('housekeeping', () => {
  test('of many rooms takes two requests: the list of the house and the blocks of today', async () => {
    await using harness = await openHarness(cloudbeds, { rooms: 300 })
    const { ctx, traffic, paths } = recorded(harness)
    const ids = idsOf(harness, 'housekeeping', harness.simulator.data.items('housekeeping')).slice(0, 50)
    const found = (await cloudbeds.fetchMany?.housekeeping?.(ctx, [...ids, 'nowhere'])) ?? []
    expect(idsOf(harness, 'housekeeping', found)).toEqual(ids)
    expect(paths().filter((path) => path.endsWith('getHousekeepingStatus'))).toHaveLength(1)
    const [blocks] = traffic.filter(({ request }) => pathOf(request).endsWith('getRoomBlocks'))
    expect(blocks && queryOf(blocks.request).get('startDate')).toBe('2026-10-20')
    expect(blocks && queryOf(blocks.request).get('endDate')).toBe('2026-10-20')
  })

  test('is the same tomorrow when nothing has happened', async () => {
    await using harness = await openHarness(cloudbeds)
    const today = await collect(harness, 'housekeeping')
    harness.clock.advance(86_400_000)
    expect(await collect(harness, 'housekeeping')).toEqual(today)
  })
})
