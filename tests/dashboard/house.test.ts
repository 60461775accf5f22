import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mock } from '../../src/providers/mock/index.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import type { EntityType } from '../../src/records/entity-type.ts'
import { eventually } from '../kit/eventually.ts'
import { addBooking, addHotel, addHousekeeping, addMaintenanceRequest, addRoom, addRoomBlock } from '../kit/rows.ts'
import { insertHotel } from '../kit/test-hotel.ts'
import { type Dashboard, shiftOf, startDashboard } from './kit.ts'

const TIME_ZONE = 'Europe/Lisbon'
let dashboard: Dashboard
let vendor: Simulator
beforeAll(async () => {
  dashboard = await startDashboard()
  vendor = await mock.simulate({ bookings: 6, rooms: 6, guests: 6, timeZone: TIME_ZONE })
  await insertHotel(dashboard.api.database, 'synced', 'mock', vendor)
})
afterAll(async () => {
  await dashboard[Symbol.asyncDispose]()
  await vendor[Symbol.asyncDispose]()
})

const dayFromNow = (days: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(Date.now() + days * 86_400_000)

/** Syncs a type of the hotel at the simulator, as a worker would. */
async function sync(entityType: EntityType, hotelId = 'synced') {
  const { engine } = dashboard.api
  const { id } = await engine.request({
    hotelId,
    provider: 'mock',
    entityType,
    full: true,
    trigger: 'MANUAL',
  })
  await eventually(async () => {
    const [run] = await dashboard.api.database.query<{ status: string }>(
      'SELECT status FROM pms_sync_log WHERE id = $1',
      [id],
    )
    expect(run?.status).toBe('COMPLETED')
  })
}

const expectNarrow = async (page: Page) =>
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)

describe('the floor board', () => {
  /** Three rooms on two floors: one is turned over, one is dirty, one is blocked although somebody arrives. */
  async function addFloors() {
    const { database } = dashboard.api
    const hotelId = await addHotel(database)
    const room = (number: string, floor: string | null) =>
      addRoom(database, { hotelId, externalId: `r${number}`, roomNumber: number, floor, cleaningStatus: 'CLEAN' })
    for (const [number, floor] of [
      ['101', '1'],
      ['110', '1'],
      ['21', '2'],
      ['9', null],
    ] as const)
      await room(number, floor)
    const state = (number: string, facts: object) =>
      addHousekeeping(database, { hotelId, externalId: `r${number}`, roomNumber: number, ...facts })
    await state('101', { condition: 'INSPECTED', occupancy: 'OCCUPIED' })
    await state('110', { condition: 'DIRTY', occupancy: 'OCCUPIED', discrepancy: 'SKIP', doNotDisturb: true })
    const stay = (
      guestName: string,
      number: string | null,
      from: number,
      to: number,
      status: 'CHECKED_IN' | 'CONFIRMED',
    ) =>
      addBooking(database, {
        ...{ hotelId, guestName, status, roomExternalId: number && `r${number}`, roomNumber: number },
        ...{ checkIn: dayFromNow(from), checkOut: dayFromNow(to) },
      })
    await stay('Leaving One', '101', -2, 0, 'CHECKED_IN')
    await stay('Arriving One', '101', 0, 2, 'CONFIRMED')
    await stay('Blocked One', '21', 0, 1, 'CONFIRMED')
    await stay('Roomless One', null, 0, 1, 'CONFIRMED')
    await addRoomBlock(database, {
      ...{ hotelId, roomExternalId: 'r21', roomNumber: '21', kind: 'OUT_OF_ORDER' },
      ...{ firstNight: dayFromNow(-1), lastNight: dayFromNow(2) },
    })
    return hotelId
  }
  const tile = (page: Page, number: string) => page.locator(`[data-room="${number}"]`)
  const numbers = (page: Page) => page.locator('[data-room]').evaluateAll((all) => all.map((each) => each.dataset.room))

  test('shows each room with its condition, who comes and goes, and what is not sold', async () => {
    const hotelId = await addFloors()
    await using tab = await dashboard.open(`/hotels/${hotelId}/floors`)
    const { page } = tab
    await tile(page, '101').waitFor()
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      ...['1 arrival without a room', 'Floor 1', 'Floor 2', 'Floor not stated'],
    ])
    expect(await numbers(page)).toEqual(['101', '110', '21', '9'])
    const of = (number: string) => tile(page, number).innerText()
    expect(await of('101')).toMatch(/Inspected[\s\S]*Occupied[\s\S]*Leaves: L•+[\s\S]*Arrives: A•+/)
    expect(await of('110')).toMatch(/Dirty[\s\S]*Skip[\s\S]*Do not disturb/)
    expect(await of('21')).toMatch(
      /Clean[\s\S]*Arrives: B•+[\s\S]*Out of order until[\s\S]*arrives in a room that is not sold/,
    )
    expect(await of('9')).toMatch(/Clean[\s\S]*Unknown[\s\S]*Free/)
    expect(
      await page.getByText('4 rooms · 1 dirty · 2 with an arrival · 1 with a departure · 1 not sold').count(),
    ).toBe(2)
    await tab.expectAccessible()
    expect(await shiftOf(page)).toBeLessThan(0.02)
  })

  test('sets how clean a room is by the keyboard on a telephone, shows it under way, and why it was refused', async () => {
    const { database, changes } = dashboard.api
    await using pms = await mock.simulate({ bookings: 1, rooms: 6, guests: 1, timeZone: TIME_ZONE })
    await insertHotel(database, 'cleaned', 'mock', pms)
    for (const type of ['ROOM', 'HOUSEKEEPING'] as const) await sync(type, 'cleaned')
    await database.query(`UPDATE pms_configuration SET write_enabled = true WHERE hotel_id = 'cleaned'`)
    const [room] = await database.query<{ number: string; condition: string }>(
      `SELECT room_number AS number, condition FROM pms_housekeeping WHERE hotel_id = 'cleaned' AND condition <> 'CLEAN'
       ORDER BY room_number LIMIT 1`,
    )
    const { number } = room ?? expect.fail('all rooms are clean')
    await using tab = await dashboard.open('/hotels/cleaned/floors', { width: 320 })
    const { page } = tab
    const set = tile(page, number).getByRole('button', { name: `Set the condition of room ${number}` })
    const choose = async (condition: string) => {
      await set.focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog', { name: `Room ${number}` })
      await dialog.getByRole('radio', { name: condition, exact: true }).focus()
      await page.keyboard.press('Space')
      return dialog
    }
    const dialog = await choose('Clean')
    await expectNarrow(page)
    await tab.expectAccessible()
    await dialog.getByRole('button', { name: 'Send to the PMS' }).focus()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await tile(page, number).getByText('a change is on its way').waitFor()
    await tab.expectAccessible()
    const work = async () => {
      const [open] = await database.query<{ id: string }>(
        `SELECT id FROM pms_change WHERE hotel_id = 'cleaned' AND state = 'PENDING'`,
      )
      const claimed = await changes.claim(open?.id ?? expect.fail('nothing is asked for'))
      if (claimed !== null) await changes.work(claimed)
    }
    await work()
    await tile(page, number).getByText('Clean', { exact: true }).waitFor()
    await tile(page, number).getByText('a change is on its way').waitFor({ state: 'detached' })

    pms.setFaults({ write: { refuse: 1 } })
    const refused = await choose('Dirty')
    await refused.getByRole('button', { name: 'Send to the PMS' }).click()
    await refused.waitFor({ state: 'detached' })
    await work()
    await tile(page, number).getByText('could not be changed or read').waitFor()
    pms.setFaults({})

    const token = await dashboard.api.token({ permissions: ['ADMIN_VIEW'] })
    await using looking = await dashboard.open('/hotels/cleaned/floors', { token })
    const button = looking.page.getByRole('button', { name: `Set the condition of room ${number}` })
    expect(await button.getAttribute('aria-description')).toBe('This needs the permission ADMIN_EDIT.')
    await database.query(`UPDATE pms_configuration SET write_enabled = false WHERE hotel_id = 'cleaned'`)
    await looking.page.reload()
    await tile(looking.page, number).waitFor()
    await button.waitFor({ state: 'detached' })
  })

  test('is narrowed by its address, and gone over by the arrow keys', async () => {
    const hotelId = await addFloors()
    await using tab = await dashboard.open(`/hotels/${hotelId}/floors?stay=ARRIVAL`)
    const { page } = tab
    await eventually(async () => expect(await numbers(page)).toEqual(['101', '21']))
    await page.getByLabel('Not sold').selectOption('Out of order')
    await eventually(async () => expect(await numbers(page)).toEqual(['21']))
    await page.getByLabel('Condition').selectOption('Dirty')
    await page.getByText('No rooms match').waitFor()
    await tab.expectAccessible()
    await page.goto(page.url().replace(/\?.*/, ''))
    const link = (number: string) => tile(page, number).getByRole('link', { name: number, exact: true })
    await link('101').focus()
    const steps = [
      ['ArrowRight', '110'],
      ['ArrowDown', '21'],
      ['ArrowUp', '101'],
      ['End', '9'],
      ['Home', '101'],
    ] as const
    for (const [key, number] of steps) {
      await page.keyboard.press(key)
      expect(await page.evaluate('document.activeElement.textContent')).toBe(number)
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/rooms\//)
  })

  test('follows housekeeping while it is open, on a telephone', async () => {
    await sync('ROOM')
    await sync('HOUSEKEEPING')
    await using tab = await dashboard.open('/hotels/synced/floors', { width: 320 })
    const { page } = tab
    await page.locator('[data-room]').first().waitFor()
    await page.getByText('Housekeeping', { exact: true }).last().waitFor()
    await page.locator('[data-freshness="HOUSEKEEPING"]').getByText('Fresh').waitFor()
    await expectNarrow(page)
    await tab.expectAccessible()
    const [first] = vendor.data.items('housekeeping') as { roomId: string }[]
    const number = await page.locator('[data-room]').first().getAttribute('data-room')
    const [room] = await dashboard.api.database.query<{ externalId: string }>(
      'SELECT external_id AS "externalId" FROM pms_room WHERE hotel_id = $1 AND room_number = $2',
      ['synced', number],
    )
    expect(first).toBeDefined()
    vendor.data.change('housekeeping', room?.externalId ?? '', { condition: 'IN_PROGRESS' })
    await sync('HOUSEKEEPING')
    await tile(page, number ?? '')
      .getByText('Being cleaned')
      .waitFor()
  })

  test('says where nothing is, what is paused, and what failed', async () => {
    const { database } = dashboard.api
    const empty = await addHotel(database)
    await using tab = await dashboard.open(`/hotels/${empty}/floors`)
    await tab.page.getByText('No rooms yet').waitFor()
    await tab.expectAccessible()
    await insertHotel(database, 'resting', 'mock', vendor)
    await database.query(
      `UPDATE pms_configuration SET enabled = false, paused_by = 'ada', paused_reason = 'Closed until spring'
       WHERE hotel_id = 'resting'`,
    )
    await tab.page.goto(new URL('/hotels/resting/floors', tab.page.url()).href)
    await tab.page.getByText('are paused by ada: Closed until spring').waitFor()
    const foreign = await dashboard.api.token({ hotelIds: ['another'], permissions: ['ADMIN_VIEW'] })
    await using other = await dashboard.open(`/hotels/${empty}/floors`, { token: foreign })
    await other.page.getByText('Hotel not found').waitFor()
  })
})

describe('the maintenance list', () => {
  const titles = (page: Page) => page.getByRole('rowheader').allInnerTexts()

  test('has what is open, the most urgent and oldest first, and leaves out what is done', async () => {
    const { database } = dashboard.api
    const hotelId = await addHotel(database)
    await addRoom(database, { hotelId, externalId: 'r7', roomNumber: '7' })
    const request = (title: string, hoursAgo: number, facts: object) =>
      addMaintenanceRequest(database, {
        ...{ hotelId, title, reportedAt: new Date(Date.now() - hoursAgo * 3_600_000) },
        ...facts,
      })
    await request('Squeaky door', 90, { priority: 'LOW' })
    await request('Dripping tap', 5, { priority: 'HIGH', roomExternalId: 'r7', roomNumber: '7', assignee: 'Grace' })
    await request('No heating', 50, {
      priority: 'HIGH',
      status: 'IN_PROGRESS',
      dueAt: new Date(Date.now() - 3_600_000),
    })
    await request('Burst pipe', 1, { priority: 'URGENT' })
    await request('Lost key', 2, {})
    await request('Done', 9, { priority: 'URGENT', status: 'RESOLVED' })
    await using tab = await dashboard.open(`/hotels/${hotelId}/maintenance`)
    const { page } = tab
    const order = ['Burst pipe', 'No heating', 'Dripping tap', 'Lost key', 'Squeaky door']
    await eventually(async () => expect(await titles(page)).toEqual(order))
    const row = (name: string) => page.getByRole('row').filter({ hasText: name })
    expect(await row('No heating').innerText()).toMatch(/High[\s\S]*2 days ago[\s\S]*In progress[\s\S]*! overdue/)
    expect(await row('Dripping tap').innerText()).toMatch(/Room 7[\s\S]*Open[\s\S]*G•+/)
    await tab.expectAccessible()
    await page.getByLabel('Priority').selectOption('High')
    await eventually(async () => expect(await titles(page)).toEqual(['No heating', 'Dripping tap']))
    await page.getByLabel('Status').selectOption('In progress')
    await page.getByLabel('Room').fill('8')
    await page.getByText('No open requests match').waitFor()
    await page.reload()
    await page.getByText('No open requests match').waitFor()
    await tab.expectAccessible()
    await using other = await dashboard.open(`/hotels/${await addHotel(database)}/maintenance`, { width: 320 })
    await other.page.getByText('Nothing is to be repaired').waitFor()
    await expectNarrow(other.page)
  })

  test('takes away what has been done, and keeps what is new behind a button, on a telephone', async () => {
    await sync('MAINTENANCE_REQUEST')
    await using tab = await dashboard.open('/hotels/synced/maintenance', { width: 320 })
    const { page } = tab
    const [first] = await eventually(async () => {
      const all = await titles(page)
      expect(all.length).toBeGreaterThan(1)
      return all
    })
    await page.locator('[data-freshness="MAINTENANCE_REQUEST"]').getByText('Fresh').waitFor()
    await expectNarrow(page)
    await tab.expectAccessible()
    const [open] = await dashboard.api.database.query<{ externalId: string }>(
      `SELECT external_id AS "externalId" FROM pms_maintenance_request WHERE hotel_id = 'synced' AND title = $1`,
      [first],
    )
    vendor.data.change('maintenanceRequests', open?.externalId ?? '', { status: 'RESOLVED' })
    vendor.data.add('maintenanceRequests')
    await sync('MAINTENANCE_REQUEST')
    await page.getByRole('button', { name: /Show new order/ }).click()
    await eventually(async () => expect(await titles(page)).not.toContain(first))
  })
})
