import type { RowAlong } from './reading.ts'

/**
 * One row of the answer. `#` keeps what is about the page apart from the row itself. A parent without rows is there
 * once, with a null id.
 */
export interface PageRow {
  /** Position of the parent among those asked for, from 1. */
  '#parent': number
  '#key': string | null
  '#total'?: number
  '#isBeforeWindow'?: boolean
  '#isAfterWindow'?: boolean
  id: string | null
  [property: string]: unknown
}

/** How a column of a row that is read along is called next to those of the row. */
export const columnAlong = (name: string, property: string) => `${name}.${property}`

/** Puts a row that was read along under the name of its field; null where there is none. */
export function nesting({ name, properties }: RowAlong): (row: PageRow) => void {
  const columns = properties.map((property) => [property, columnAlong(name, property)] as const)
  const id = columnAlong(name, 'id')
  // Copies of one object have its shape, which is faster than to give each its properties one by one.
  const blank: Record<string, unknown> = Object.fromEntries(properties.map((property) => [property, null]))
  return (row) => {
    if (row[id] === null) {
      row[name] = null
      return
    }
    const along = { ...blank }
    for (const [property, column] of columns) along[property] = row[column]
    row[name] = along
  }
}
