import type { KeyboardEvent } from 'react'

/** How far beside each other two things may stand and still be in one row, in px. */
const SAME_ROW = 8

/** Goes on by the arrow keys, Home and End between what `selector` finds, as it stands on the screen. */
export function moveFocus(event: KeyboardEvent<HTMLElement>, selector: string): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)]
  const from = all.indexOf(document.activeElement as HTMLElement)
  const next = from < 0 ? undefined : nextOf(event.key, all, from)
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

function nextOf(key: string, all: readonly HTMLElement[], from: number): HTMLElement | undefined {
  if (key === 'Home') return all[0]
  if (key === 'End') return all.at(-1)
  if (key === 'ArrowRight') return all[from + 1]
  if (key === 'ArrowLeft') return all[from - 1]
  if (key === 'ArrowDown') return nearest(all.slice(from + 1), all[from], 1)
  if (key === 'ArrowUp') return nearest(all.slice(0, from).reverse(), all[from], -1)
  return undefined
}

/** In the next row in reading order the one that stands closest. */
function nearest(others: readonly HTMLElement[], from: HTMLElement | undefined, way: 1 | -1): HTMLElement | undefined {
  const [x, y] = placeOf(from)
  const rows = others.filter((each) => (placeOf(each)[1] - y) * way > SAME_ROW)
  const row = placeOf(rows[0])[1]
  const away = (each: HTMLElement) => Math.abs(placeOf(each)[0] - x)
  return rows.filter((each) => Math.abs(placeOf(each)[1] - row) <= SAME_ROW).sort((a, b) => away(a) - away(b))[0]
}

function placeOf(element: HTMLElement | undefined): [x: number, y: number] {
  const { x, y } = element?.getBoundingClientRect() ?? { x: 0, y: 0 }
  return [x, y]
}
