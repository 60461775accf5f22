import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOfCsv } from '../../../src/changes/sets/csv.ts'
import type { SetLine } from '../../../src/changes/sets/request.ts'
import { csvLine } from '../../../src/changes/sets/results-csv.ts'

const read = (text: string, shared = {}) => linesOfCsv(text, 'BOOKING_CHANGE', shared)
const refusal = (text: string, shared = {}) => {
  try {
    return read(text, shared)
  } catch (error) {
    const { code, field, message } = error as { code: string; field: string; message: string }
    return { code, field, message }
  }
}
const named = (lines: readonly SetLine[]) =>
  lines.map((line) => ('error' in line ? [line.line, line.error.field] : [line.line, line.by, line.key, line.values]))

describe('a CSV', () => {
  it.each([
    ['commas', 'id,adults\na,3\nb,4\n'],
    ['semicolons', 'id;adults\na;3\nb;4\n'],
    ['CRLF and no end of the last line', 'id,adults\r\na,3\r\nb,4'],
    ['a byte order mark', '\uFEFFid,adults\na,3\nb,4\n'],
    ['quotes', '"id","adults"\n"a","3"\n"b",4\n'],
    ['blanks around cells and names of any case', ' ID , Adults \n a , 3 \nb,4\n'],
  ])('may have %s', (_, text) => {
    expect(named(read(text))).toEqual([
      [1, 'id', 'a', { adults: 3 }],
      [2, 'id', 'b', { adults: 4 }],
    ])
  })

  it('names bookings by their confirmation number, and rooms by their number', () => {
    expect(named(read('confirmationNumber,children\nC-1,0\n'))).toEqual([
      [1, 'confirmationNumber', 'C-1', { children: 0 }],
    ])
    const rooms = linesOfCsv('roomNumber,condition\n101,CLEAN\n', 'HOUSEKEEPING_CONDITION', {})
    expect(named(rooms)).toEqual([[1, 'roomNumber', '101', { condition: 'CLEAN' }]])
    expect(refusal('roomNumber,adults\n101,3\n')).toMatchObject({ field: 'csv.roomNumber' })
  })

  it('takes from elsewhere what a line does not say', () => {
    expect(named(read('id,adults,children\na,3,\nb,,1\n', { adults: 2 }))).toEqual([
      [1, 'id', 'a', { adults: 3 }],
      [2, 'id', 'b', { adults: 2, children: 1 }],
    ])
  })

  it.each([
    [{ price: 9 }, 'values.price'],
    [{ adults: 'many' }, 'values.adults'],
    [{ checkIn: '24.12.2026' }, 'values.checkIn'],
  ])('is refused with values for all lines that are none: %j', (shared, field) => {
    expect(refusal('id,adults\na,3\n', shared)).toMatchObject({ code: 'BAD_USER_INPUT', field })
  })

  it('counts blank lines, and makes no item of them', () => {
    expect(named(read('id,adults\na,3\n\n,\nb,4\n')).map(([line]) => line)).toEqual([1, 4])
  })

  it('keeps a line that is not as its header says, and goes on', () => {
    const text = `id,adults\na\nb,1,2\n,3\n${'x'.repeat(301)},3\nc,5\n`
    expect(named(read(text))).toEqual([
      [1, 'id'],
      [2, 'id'],
      [3, 'id'],
      [4, 'id'],
      [5, 'id', 'c', { adults: 5 }],
    ])
  })

  it('has data in its cells, never formulas', () => {
    expect(named(read('id,adults\n=1+1,=2+2\n'))).toEqual([[1, 'id', '=1+1', { adults: '=2+2' }]])
    const notes = linesOfCsv('id,note\na,"=HYPERLINK(""http://x"")"\n', 'BOOKING_NOTE', {})
    expect(named(notes)).toEqual([[1, 'id', 'a', { note: '=HYPERLINK("http://x")' }]])
  })

  it.each([
    ['nothing', '', 'csv', 'has no header'],
    ['blanks', ' \n \n', 'csv', 'has no header'],
    ['a header alone', 'id,adults\n', 'csv', 'has no lines'],
    ['a column that is none', 'id,adults,price\na,3,9\n', 'csv.price', 'is no column here'],
    ['a column without a name', 'id,adults,\na,3,\n', 'csv.3', 'is no column here'],
    ['a column twice', 'id,adults,adults\na,3,3\n', 'csv.adults', 'is there twice'],
    ['nothing that says what it is about', 'adults\n3\n', 'csv', 'exactly one of the columns'],
    ['two things that say it', 'id,externalId,adults\na,b,3\n', 'csv', 'exactly one of the columns'],
    ['nothing to change', 'id\na\n', 'csv', 'has no column of what is to be changed'],
    ['a quote that is not closed', 'id,adults\n"a,3\nb,4\n', 'csv', 'not closed, at line'],
    ['a quote in the middle', 'id,adults\na"b,3\n', 'csv', 'not quoted, at line 2'],
    ['text after a quote', 'id,adults\n"a"b,3\n', 'csv', 'not doubled, at line 2'],
    ['a cell of a megabyte', `id,adults\na,"${'x'.repeat(1_000_000)}"\n`, 'csv', 'characters in a line'],
  ])('of %s is refused', (_, text, field, words) => {
    expect(refusal(text)).toMatchObject({ code: 'BAD_USER_INPUT', field, message: expect.stringContaining(words) })
  })

  it('of a required field has a column for it, or a value for all', () => {
    const create = (text: string, shared = {}) => linesOfCsv(text, 'MAINTENANCE_CREATE', shared)
    expect(() => create('roomNumber,code\n101,X\n')).toThrow('has no column title')
    expect(create('roomNumber,code\n101,X\n', { title: 'Tap' })).toHaveLength(1)
  })

  it('of a hundred thousand lines is refused with the limit, and soon', () => {
    const text = `id,adults\n${'0190b3c2-aaaa-7bbb-8ccc-dddddddddddd,3\n'.repeat(100_000)}`
    const startedAt = performance.now()
    expect(refusal(text)).toMatchObject({
      code: 'TOO_MANY_ITEMS',
      field: 'csv',
      message: expect.stringContaining('10000'),
    })
    expect(performance.now() - startedAt).toBeLessThan(2_000)
    expect(read(text.slice(0, text.indexOf('\n') + 1 + 39 * 10_000))).toHaveLength(10_000)
  })

  it('never tells a cell in its refusals', () => {
    for (const text of ['id,adults\n Anna"x,3\n', 'id,adults\n"Anna"x,3\n', 'id,adults\n"Anna,3\n'])
      expect(JSON.stringify(refusal(text))).not.toContain('Anna')
  })
})

const cell = fc.string({ unit: fc.constantFrom(...'ab"\',;=+-@\n\r\t é'), maxLength: 8 })

it('whatever its cells are, a CSV that was written is read as it was, but for blanks around', () => {
  const rows = fc.array(
    fc.tuple(
      cell.filter((text) => text.trim() !== ''),
      cell.filter((text) => text.trim() !== ''),
    ),
    { minLength: 1, maxLength: 20 },
  )
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom(',', ';'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (cells, comma, end, bom) => {
        const lines = [['id', 'note'], ...cells].map((each) => each.map(quoted).join(comma))
        const read = linesOfCsv(`${bom ? '\uFEFF' : ''}${lines.join(end)}${end}`, 'BOOKING_NOTE', {})
        expect(read.map((line) => 'key' in line && [line.key, line.values.note])).toEqual(
          cells.map((each) => each.map((text) => text.trim())),
        )
      },
    ),
  )
})

it('whatever text is read, it is lines or a stable code', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'id,note;"\n\r=a '), maxLength: 60 }), (text) => {
      const read = refusal(`id,note\n${text}`)
      if (!Array.isArray(read))
        expect(read).toMatchObject({ code: 'BAD_USER_INPUT', field: expect.stringMatching(/^csv/) })
    }),
  )
})

it('whatever a result says, a spreadsheet makes no formula of it, and another program reads it as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(cell, fc.integer(), fc.constant(null)), { minLength: 1, maxLength: 6 }), (cells) => {
      const [record = []] = parse(csvLine(cells), { relax_column_count: true }) as string[][]
      expect(record).toHaveLength(cells.length)
      for (const [at, text] of record.entries()) {
        const given = cells[at]
        if (typeof given === 'string') expect(text).not.toMatch(/^[=+\-@\t\r]/)
        expect(text).toBe(typeof given === 'string' && /^[=+\-@\t\r]/.test(given) ? `'${given}` : `${given ?? ''}`)
      }
    }),
  )
})
