import { CsvError, parse } from 'csv-parse/sync'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import { type ActionName, actionOf } from '../../records/changes/actions.ts'
import type { Values } from '../../records/changes/groups.ts'
import { type FaultyLine, type KeyName, keyNamesOf, MAX_ITEMS, type NamedLine, type SetLine } from './request.ts'

/** Of one record; what is longer is no list of changes. */
const MAX_RECORD = 65_536
const MAX_KEY = 300
const MAX_SHOWN = 100

/**
 * Lines of a CSV as of RFC 4180, with commas or semicolons, with or without a byte order mark. Its header names one column
 * that says what a line is about, and fields of the action. A cell is a text or a number, never a formula; an empty one says
 * nothing of its field. A line that is not what the header says is kept as one that is no change, and the others go on.
 * @param shared for fields that have no column, or no value in a line
 * @throws PmsIntegrationError BAD_USER_INPUT naming `csv` or the column, TOO_MANY_ITEMS
 */
export function linesOfCsv(text: string, action: ActionName, shared: Values): SetLine[] {
  const [header, ...records] = parseRecords(text)
  if (header === undefined || header.every(isBlank)) throw badUserInput('csv', 'has no header')
  requireShared(shared, action)
  const columns = readHeader(header, action)
  requireColumns(columns, action, shared)
  const lines = records.flatMap((cells, at) => (cells.every(isBlank) ? [] : [lineOf(cells, at + 1, columns, shared)]))
  if (lines.length === 0) throw badUserInput('csv', 'has no lines below its header')
  if (lines.length > MAX_ITEMS)
    throw new PmsIntegrationError('TOO_MANY_ITEMS', `The file has more than ${MAX_ITEMS} lines, which is the most.`, {
      field: 'csv',
      details: { most: MAX_ITEMS },
    })
  return lines
}

const isBlank = (cell: string) => cell.trim() === ''

/** Read no further than tells that there are too many. */
function parseRecords(text: string): string[][] {
  const delimiter = /^[^\r\n,]*;/.test(text) ? ';' : ','
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      max_record_size: MAX_RECORD,
      to: MAX_ITEMS + 2,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // Its own words have the cell in them.
    throw badUserInput('csv', `${WORDS[error.code] ?? 'is not a CSV'}, at line ${Number(error.lines) || 1} of the file`)
  }
}

const WORDS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'has a quote that is not closed',
  CSV_INVALID_CLOSING_QUOTE: 'has a quote within a cell that is not doubled',
  INVALID_OPENING_QUOTE: 'has a quote within a cell that is not quoted',
  CSV_MAX_RECORD_SIZE: `has more than ${MAX_RECORD} characters in a line`,
}

/** What a column has. */
type Column =
  | { readonly key: KeyName; readonly name: string }
  | { readonly field: string; readonly name: string; readonly isNumber: boolean }

function readHeader(header: readonly string[], action: ActionName): Column[] {
  const { values, target } = actionOf(action)
  const keys = new Map(keyNamesOf(target).map((key) => [key.toLowerCase(), key]))
  const fields = new Map(Object.keys(values.shape).map((field) => [field.toLowerCase(), field]))
  const taken = new Set<string>()
  return header.map((cell, at) => {
    const given = cell.trim()
    const [key, field] = [keys.get(given.toLowerCase()), fields.get(given.toLowerCase())]
    const name = key ?? field
    if (name === undefined) {
      const known = [...keys.values(), ...fields.values()].join(', ')
      throw badUserInput(`csv.${given.slice(0, MAX_SHOWN) || at + 1}`, `is no column here; there are ${known}`)
    }
    if (taken.has(name)) throw badUserInput(`csv.${name}`, 'is there twice')
    taken.add(name)
    if (key !== undefined) return { key, name }
    return { field: name, name, isNumber: values.shape[name]?.safeParse(1).success === true }
  })
}

/** What is wanted of every line is right or wrong for all. */
function requireShared(shared: Values, action: ActionName): void {
  const { shape } = actionOf(action).values
  for (const [field, value] of Object.entries(shared)) {
    const schema = Object.hasOwn(shape, field) ? shape[field] : undefined
    if (schema === undefined) throw badUserInput(`values.${field.slice(0, MAX_SHOWN)}`, 'is no field of this action')
    if (!schema.safeParse(value).success) throw badUserInput(`values.${field}`, 'is not valid')
  }
}

function requireColumns(columns: readonly Column[], action: ActionName, shared: Values): void {
  const { values, target, to, ends } = actionOf(action)
  const keys = columns.filter((column) => 'key' in column)
  if (keys.length !== 1)
    throw badUserInput('csv', `has to have exactly one of the columns ${keyNamesOf(target).join(', ')}`)
  const given = new Set([...columns.map(({ name }) => name), ...Object.keys(shared)])
  const missing = Object.entries(values.shape).find(
    ([field, schema]) => !given.has(field) && !schema.safeParse(undefined).success,
  )
  if (missing !== undefined) throw badUserInput('csv', `has no column ${missing[0]}`)
  if (to === undefined && !ends && given.size === 1)
    throw badUserInput('csv', `has no column of what is to be changed: ${Object.keys(values.shape).join(', ')}`)
}

function lineOf(cells: readonly string[], line: number, columns: readonly Column[], shared: Values): SetLine {
  const key = columns.findIndex((column) => 'key' in column)
  const given = cells[key]?.trim() ?? ''
  const faulty = (error: PmsIntegrationError): FaultyLine => ({ line, given: given || null, error })
  const by = (columns[key] as { key: KeyName }).key
  if (cells.length !== columns.length)
    return faulty(badUserInput(by, `has ${cells.length} cells in its line; the header has ${columns.length}`))
  if (given === '') return faulty(badUserInput(by, 'says nothing'))
  if (given.length > MAX_KEY) return faulty(badUserInput(by, `has more than ${MAX_KEY} characters`))
  return { line, by, key: given, values: { ...shared, ...valuesOf(cells, columns) } } satisfies NamedLine
}

function valuesOf(cells: readonly string[], columns: readonly Column[]): Values {
  return Object.fromEntries(
    columns.flatMap((column, at) => {
      const cell = cells[at]?.trim() ?? ''
      if ('key' in column || cell === '') return []
      return [[column.field, column.isNumber && /^\d{1,9}$/.test(cell) ? Number(cell) : cell]]
    }),
  )
}
