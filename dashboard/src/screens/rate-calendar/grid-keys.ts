import type { FocusEvent, KeyboardEvent } from 'react'

/** Where the focus is to go once another month is there. */
export interface Place {
  readonly row: number
  readonly column: number
}

export interface GridKeys {
  /** To another month; the focus stays on the line. */
  readonly onMonth: (step: 1 | -1, place: Place) => void
}

/** The keys of a grid: arrows, Home and End, with Ctrl its corners; PageUp and PageDown turn the month. */
export function onGridKey(event: KeyboardEvent<HTMLTableElement>, { onMonth }: GridKeys): void {
  const place = placeOf(document.activeElement)
  if (place === null || event.altKey || event.metaKey) return
  if (event.key === 'PageUp' || event.key === 'PageDown') {
    event.preventDefault()
    onMonth(event.key === 'PageUp' ? -1 : 1, place)
    return
  }
  const next = nextPlace(event, place)
  if (next === null) return
  event.preventDefault()
  focusPlace(event.currentTarget, next)
}

function nextPlace({ key, ctrlKey }: KeyboardEvent, { row, column }: Place): Place | null {
  if (key === 'Home') return { row: ctrlKey ? 1 : row, column: 1 }
  if (key === 'End') return { row: ctrlKey ? Number.POSITIVE_INFINITY : row, column: Number.POSITIVE_INFINITY }
  if (ctrlKey) return null
  if (key === 'ArrowRight') return { row, column: column + 1 }
  if (key === 'ArrowLeft') return { row, column: column - 1 }
  if (key === 'ArrowDown') return { row: row + 1, column }
  if (key === 'ArrowUp') return { row: row - 1, column }
  return null
}

/** The cell there, or the last one before it; the first row, of days, is none to stand on. */
export function focusPlace(table: HTMLTableElement, { row, column }: Place): void {
  const line = table.rows[Math.min(Math.max(row, 1), table.rows.length - 1)]
  const cell = line?.cells[Math.min(Math.max(column, 0), line.cells.length - 1)]
  const target = cell?.querySelector('button') ?? cell
  target?.focus()
}

function placeOf(element: Element | null): Place | null {
  const cell = element?.closest<HTMLTableCellElement>('td, th')
  const row = cell?.parentElement
  return cell && row instanceof HTMLTableRowElement ? { row: row.rowIndex, column: cell.cellIndex } : null
}

/** Only what was focused last is reached by Tab: a grid is one stop. */
export function roveTabStop({ currentTarget, target }: FocusEvent<HTMLTableElement>): void {
  for (const stop of currentTarget.querySelectorAll<HTMLElement>('[tabindex="0"]')) stop.tabIndex = -1
  if (target instanceof HTMLElement) target.tabIndex = 0
}
