import { describe, expect, it } from 'vitest'
import { describeOpen, sumOf } from '../../dashboard/src/entities/changes/describe-open.ts'
import { ACTION_FIELDS, GROUP_FIELDS } from '../../dashboard/src/entities/changes/fields.ts'
import { describeWish } from '../../dashboard/src/entities/changes/words.ts'
import { readCsv } from '../../dashboard/src/screens/change-sets/new/csv.ts'
import { describeFilter } from '../../dashboard/src/screens/change-sets/new/describe-filter.ts'
import {
  isComplete,
  optionFields,
  setInput,
  wishFields,
} from '../../dashboard/src/screens/change-sets/new/set-input.ts'
import {
  blockedRun,
  describeEstimate,
  effectOf,
  progressOf,
} from '../../dashboard/src/screens/change-sets/set/describe-set.ts'
import { firstValues, otherFields, otherValues } from '../../dashboard/src/screens/conflicts/decide/other-values.ts'
import { deedOf, placeAfter } from '../../dashboard/src/screens/conflicts/keys.ts'
import { sidesOf } from '../../dashboard/src/screens/conflicts/sides.ts'
import { ACTION_NAMES, actionOf } from '../../src/records/changes/actions.ts'
import { GROUP_NAMES, GROUPS } from '../../src/records/changes/groups.ts'

describe('a conflict side by side', () => {
  it('has the fields that somebody moved, in words, and says where one is not wanted otherwise', () => {
    const sides = sidesOf({
      groups: ['STAY'],
      base: { checkIn: '2026-12-01', checkOut: '2026-12-03' },
      ours: { checkIn: '2026-12-01', checkOut: '2026-12-04' },
      theirs: { checkIn: '2026-12-02', checkOut: '2026-12-05', adults: 9 },
    })
    expect(sides.map(({ name, was, ours, theirs }) => [name, was, ours, theirs])).toEqual([
      ['Arrival', 'Tue, 1 Dec 2026', 'Tue, 1 Dec 2026', 'Wed, 2 Dec 2026'],
      ['Departure', 'Thu, 3 Dec 2026', 'Fri, 4 Dec 2026', 'Sat, 5 Dec 2026'],
    ])
  })

  it('names rooms, leaves out what nobody moved, and bears values that are no longer kept', () => {
    const room = { groups: ['ROOM', 'PARTY'] as const, base: { roomExternalId: null, adults: 2 } }
    const names = { r1: '101', r2: '102' }
    expect(
      sidesOf({ ...room, ours: { roomExternalId: 'r1' }, theirs: { roomExternalId: 'r2', adults: 2 } }, names),
    ).toMatchObject([{ was: '–', ours: '101', theirs: '102' }])
    expect(sidesOf({ groups: ['STAY'], base: null, ours: null, theirs: null })).toEqual([])
  })

  it('knows what may tell of a guest', () => {
    const sides = sidesOf({ groups: ['REQUEST'], ours: { description: 'a', priority: 'HIGH' }, theirs: {} })
    expect(sides.map(({ field, isPersonal }) => [field, isPersonal])).toEqual([
      ['description', true],
      ['priority', false],
    ])
  })
})

describe('a wish', () => {
  it('says of a note only that there is one, until personal data is shown', () => {
    const wish = { base: { note: null, checkOut: '2026-12-03' }, wanted: { note: 'Knows the owner' }, groups: ['NOTE'] }
    const described = (isShown: boolean) => describeWish(wish as never, isShown)
    expect(described(false)).toBe('Note')
    expect(described(true)).toBe('Note: – → Knows the owner')
    expect(describeWish({ base: null, wanted: null, groups: ['STAY', 'PARTY'] }, true)).toBe(
      'arrival and departure, numbers of guests',
    )
  })
})

describe('something else', () => {
  const theirs = { checkIn: '2026-12-01', checkOut: '2026-12-05', adults: 2, children: null }
  const fields = otherFields(['STAY', 'PARTY'], undefined)

  it('begins with ours, and is only what is not as the PMS has it', () => {
    const first = firstValues(fields, { checkOut: '2026-12-04' }, theirs)
    expect(first).toEqual({ checkIn: '2026-12-01', checkOut: '2026-12-04', adults: '2', children: '' })
    expect(otherValues(fields, first, theirs)).toEqual({ checkOut: '2026-12-04' })
    expect(otherValues(fields, { ...first, checkOut: '2026-12-05', adults: '3' }, theirs)).toEqual({ adults: 3 })
    expect(otherValues(fields, { ...first, checkOut: ' 2026-12-05 ' }, theirs)).toEqual({})
  })
})

describe('keys', () => {
  const key = (key: string, more = {}) => ({ key, altKey: false, ctrlKey: false, metaKey: false, ...more })

  it('do nothing together with Ctrl, Alt or Meta, which are the browser’s', () => {
    expect(deedOf(key('o'))).toBe('ours')
    for (const held of ['altKey', 'ctrlKey', 'metaKey']) expect(deedOf(key('o', { [held]: true }))).toBeUndefined()
    expect(deedOf(key('Enter'))).toBeUndefined()
  })

  it('stop at the ends', () => {
    expect(placeAfter('previous', 0, 3)).toBe(0)
    expect(placeAfter('next', 2, 3)).toBe(2)
    expect(placeAfter('last', 0, 3)).toBe(2)
    expect(placeAfter('first', 2, 3)).toBe(0)
  })
})

describe('open changes', () => {
  const none = { waiting: 0, underWay: 0, unknown: 0, forPerson: 0, conflicts: 0 }

  it('are told with what becomes of them, and not at all where there are none', () => {
    expect(describeOpen(none, 0, 'pause')).toEqual([])
    const two = sumOf([
      { ...none, waiting: 1, unknown: 1, forPerson: 1 },
      { ...none, waiting: 1, underWay: 1, conflicts: 1 },
    ])
    expect(describeOpen(two, 1, 'disconnect')).toEqual([
      '2 changes wait to be sent: cancelled',
      '1 change is on its way: left to somebody who looks at the PMS',
      '1 change may have been done, nobody knows: left to somebody who looks at the PMS',
      '1 change contradicts the PMS: cancelled, the PMS keeps what it has',
      '1 set of changes has begun: stopped, what was not sent never is',
    ])
  })
})

describe('a set of changes', () => {
  it('says in words what its list was filtered by', () => {
    expect(
      describeFilter({
        status: ['CONFIRMED', 'PENDING'],
        checkIn: { from: '2026-12-01', to: null },
        checkOut: null,
        includeDeleted: false,
        roomNumber: '101',
      }),
    ).toEqual(['Status: Confirmed or Pending', 'Arrival: from Tue, 1 Dec 2026', 'Room: 101'])
  })

  it('asks for what was entered and nothing else, by ids where rows were selected', () => {
    const fields = wishFields('BOOKING_CHANGE', undefined)
    const entered = { checkOut: '2026-12-05', adults: ' 2 ', pricing: 'KEEP', notifyGuest: '' }
    const options = optionFields('BOOKING_CHANGE', entered)
    const wish = { hotelId: 'h', provider: 'mock', action: 'BOOKING_CHANGE', fields, options, entered } as const
    const more = { reason: ' fair ', canary: '', stopPercent: '0' }
    const filter = { status: ['CONFIRMED'] }
    expect(setInput({ ...wish, ...more, type: 'BOOKING', filter })).toEqual({
      ...{ hotelId: 'h', provider: 'mock', action: 'BOOKING_CHANGE', reason: 'fair', canary: null, stopPercent: 0 },
      values: { checkOut: '2026-12-05', adults: 2 },
      options: { pricing: 'KEEP' },
      filter: { bookings: filter },
    })
    expect(setInput({ ...wish, ...more, type: 'BOOKING', filter, ids: ['1', '2'] })).toMatchObject({ ids: ['1', '2'] })
    expect(setInput({ ...wish, ...more, type: 'BOOKING', filter, ids: ['1', '2'] })).not.toHaveProperty('filter')
  })

  it('asks for a price only where nights or type change, and for something to change at all', () => {
    const names = (entered: Record<string, string>) => optionFields('BOOKING_CHANGE', entered).map(({ name }) => name)
    expect(names({ adults: '2' })).not.toContain('pricing')
    expect(names({ checkIn: '2026-12-01' })).toContain('pricing')
    const complete = (action: 'BOOKING_CHANGE' | 'BOOKING_CANCEL' | 'BOOKING_NOTE', entered: Record<string, string>) =>
      isComplete(action, wishFields(action, undefined), entered)
    expect(complete('BOOKING_CHANGE', {})).toBe(false)
    expect(complete('BOOKING_CHANGE', { adults: '2' })).toBe(true)
    expect(complete('BOOKING_NOTE', { note: ' ' })).toBe(false)
    expect(complete('BOOKING_CANCEL', {})).toBe(true)
  })

  it('says how far it is, how long it takes, and why it cannot be run', () => {
    const counts = { total: 10, looked: 4, toSend: 6, isSo: 1, conflicts: 1, refused: 2 } as const
    const none = { waiting: 0, done: 0, failed: 0, notTried: 0 }
    const typed = { __typename: 'PmsChangeSetCounts', ...counts, ...none } as const
    expect(progressOf({ state: 'DRAFT', counts: typed })).toMatchObject({ words: '4 of 10 looked at' })
    expect(progressOf({ state: 'RUNNING', counts: { ...typed, waiting: 3, done: 2, failed: 1 } })).toEqual({
      ...{ done: 3, of: 6, words: '3 of 6 ended, 1 of them failed' },
    })
    const estimate = { __typename: 'PmsChangeSetEstimate', requests: 1_200, seconds: 750 } as const
    expect(describeEstimate({ estimate })).toBe('about 12 min 30 s, 1,200 requests to the PMS')
    expect(describeEstimate({ estimate: null })).toBeNull()
    const at = '2026-12-01T10:00:00Z'
    expect(blockedRun({ counts: typed, previewExpiresAt: at }, Date.parse(at) - 1)).toBeUndefined()
    expect(blockedRun({ counts: typed, previewExpiresAt: at }, Date.parse(at))).toMatch(/older than an hour/)
    expect(blockedRun({ counts: { ...typed, toSend: 0 }, previewExpiresAt: at }, 0)).toMatch(/Nothing/)
  })
})

describe('a file', () => {
  const file = (content: string | number[], name = 'a.csv') => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content)
    return { name, size: bytes.byteLength, arrayBuffer: async () => bytes.buffer as ArrayBuffer }
  }

  it('tells its columns and lines before it is sent, with or without a mark, by comma or semicolon', async () => {
    expect(await readCsv(file('\uFEFFid,"checkOut"\r\n1,2\r\n3,4\r\n'))).toMatchObject({
      ...{ columns: ['id', 'checkOut'], lines: 2 },
    })
    expect(await readCsv(file('id;note\n1;a'))).toMatchObject({ columns: ['id', 'note'], lines: 1 })
  })

  it('is refused in a sentence when it is empty, too large or in another encoding', async () => {
    expect(await readCsv(file(''))).toMatch(/empty/)
    expect(await readCsv(file([0x66, 0xfc]))).toMatch(/UTF-8/)
    expect(await readCsv({ ...file('id'), size: 2_000_000 })).toMatch(/too large/)
  })

  it('says by its columns what has not to be entered, and asks for a price where they move nights', () => {
    const fields = wishFields('HOUSEKEEPING_CONDITION', undefined, ['roomNumber', 'condition'])
    expect(isComplete('HOUSEKEEPING_CONDITION', fields, {}, ['roomNumber', 'condition'])).toBe(true)
    expect(isComplete('HOUSEKEEPING_CONDITION', wishFields('HOUSEKEEPING_CONDITION', undefined), {})).toBe(false)
    expect(optionFields('BOOKING_CHANGE', {}, ['id', 'checkOut']).map(({ name }) => name)).toContain('pricing')
  })
})

describe('what a word on a set does', () => {
  const typed = { __typename: 'PmsChangeSetCounts', total: 100, looked: 100, isSo: 0, done: 40, failed: 0 } as const
  const counts = { ...typed, toSend: 90, conflicts: 4, refused: 6, waiting: 50, notTried: 0 }
  const set = { counts, canary: 5, stopPercent: 5, estimate: null }

  it('is said with numbers, and with what is not taken back', () => {
    expect(effectOf('run', set).join(' ')).toMatch(
      /90 items are sent.*5 go first.*more than 5 %.*10 items are left out/,
    )
    expect(effectOf('run', { ...set, canary: 0, counts: { ...counts, conflicts: 0, refused: 0 } })).toHaveLength(2)
    expect(effectOf('cancel', set).join(' ')).toMatch(/50 items that wait never are sent/)
    expect(effectOf('undo', set).join(' ')).toMatch(/40 items.*not taken back/)
  })
})

it('asks for the fields that the service knows, and for no others', () => {
  const sorted = (fields: readonly string[]) => [...fields].sort()
  for (const group of GROUP_NAMES) expect(sorted(GROUP_FIELDS[group]), group).toEqual(sorted(GROUPS[group]))
  for (const action of ACTION_NAMES) {
    const known = Object.keys(actionOf(action).values.shape)
    expect(known, action).toEqual(expect.arrayContaining([...ACTION_FIELDS[action]]))
  }
})
