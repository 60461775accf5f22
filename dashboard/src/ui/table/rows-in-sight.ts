import { useMediaQuery } from '@mantine/hooks'
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'

/** Up to so many rows, all are in the document: the browser's search finds everything. */
const SHORT = 500
/** Rows around those in sight, for the next steps of the wheel and the next steps of the Tab key. */
const OVERSCAN = 15
/** As `data-table.module.css` says: a row where there is room for columns, and a card where there is not. */
const ROW_REM = 4.25
const CARDS = '(max-width: 62em)'
const CARD_REM = 14

export interface RowsInSightOptions {
  readonly table: RefObject<HTMLTableElement | null>
  readonly count: number
  /** A row that stays, lest the keyboard lose its place. */
  readonly focused: number | null
}

/** A row by its index, or a gap of so many px. */
export type Part = { readonly key: string; readonly index: number } | { readonly key: string; readonly gap: number }

/** Which rows of a long table have to be there while the page is scrolled, and how high what is left out is. */
export function useRowsInSight({ table, count, focused }: RowsInSightOptions) {
  const [scrollMargin, setScrollMargin] = useState(0)
  useLayoutEffect(() => {
    const top = table.current?.getBoundingClientRect().top ?? 0
    setScrollMargin(top + window.scrollY)
  }, [table])
  const rangeExtractor = useCallback(
    (range: Range) => withFocused(defaultRangeExtractor(range), focused, count),
    [focused, count],
  )
  const isCards = useMediaQuery(CARDS, false, { getInitialValueInEffect: false })
  const height = (isCards ? CARD_REM : ROW_REM) * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const virtualizer = useWindowVirtualizer({
    count,
    scrollMargin,
    rangeExtractor,
    estimateSize: () => height,
    overscan: count > SHORT ? OVERSCAN : SHORT,
    useFlushSync: false,
  })
  const items = virtualizer.getVirtualItems()
  const end = virtualizer.getTotalSize() + scrollMargin
  return {
    parts: withGaps(items, scrollMargin, end),
    // Rows are of one height; to measure each one would cost as much as there are rows, at every step.
    measure: isCards ? virtualizer.measureElement : null,
    lastIndex: items.at(-1)?.index ?? -1,
  }
}

function withFocused(indexes: number[], focused: number | null, count: number): number[] {
  if (focused === null || focused >= count || indexes.includes(focused)) return indexes
  return [...indexes, focused].sort((a, b) => a - b)
}

interface Place {
  readonly index: number
  readonly start: number
  readonly end: number
}

function withGaps(rows: readonly Place[], start: number, end: number): Part[] {
  const parts: Part[] = []
  let reached = start
  const fill = (to: number, key: string) => to > reached && parts.push({ key, gap: to - reached })
  for (const { index, start: top, end: bottom } of rows) {
    fill(top, `before ${index}`)
    parts.push({ key: `${index}`, index })
    reached = bottom
  }
  fill(end, 'end')
  return parts
}
