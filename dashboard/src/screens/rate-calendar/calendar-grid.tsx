import { UnstyledButton } from '@mantine/core'
import { memo, useEffect, useRef } from 'react'
import classes from './calendar.module.css'
import { cellOf } from './cell.ts'
import { focusPlace, onGridKey, type Place, roveTabStop } from './grid-keys.ts'
import type { CalendarLine } from './lines.ts'
import { isWeekend, weekdayOf } from './month.ts'

export interface CalendarGridProps {
  readonly label: string
  readonly days: readonly string[]
  readonly today: string
  readonly lines: readonly CalendarLine[]
  readonly persons: number
  readonly onMonth: (step: 1 | -1) => void
  /** Opens and closes the plans of a room type. */
  readonly onToggle: (key: string) => void
  readonly onNight: (line: CalendarLine, night: string) => void
}

/** Room types and their plans by night. One stop for the Tab key; arrow keys, Home, End, PageUp and PageDown go about in it. */
export function CalendarGrid({ label, days, today, lines, persons, onMonth, onToggle, onNight }: CalendarGridProps) {
  const table = useRef<HTMLTableElement>(null)
  const waiting = useRef<Place | null>(null)
  // A shorter month takes the cell away that had the focus.
  useEffect(() => {
    if (waiting.current && table.current && document.activeElement === document.body)
      focusPlace(table.current, waiting.current)
  })
  const turn = (step: 1 | -1, place: Place) => {
    waiting.current = place
    onMonth(step)
  }
  return (
    <div className={classes.scroll}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that the keyboard goes about in
        role="grid"
        aria-label={label}
        aria-readonly
        className={classes.grid}
        onKeyDown={(event) => onGridKey(event, { onMonth: turn })}
        onFocus={(event) => {
          if (waiting.current && event.target !== document.body) waiting.current = null
          roveTabStop(event)
        }}
      >
        <thead>
          <tr>
            <th scope="col">Room type, plan</th>
            {days.map((day) => (
              <Day key={day} day={day} isToday={day === today} />
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <Line
              key={line.key}
              {...{ line, days, persons, onToggle, onNight }}
              isFirst={index === 0}
              onNight={onNight}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Day({ day, isToday }: { day: string; isToday: boolean }) {
  return (
    <th scope="col" data-weekend={isWeekend(day) || undefined} aria-current={isToday ? 'date' : undefined}>
      {weekdayOf(day)}
      <br />
      {Number(day.slice(8))}
      {isToday && <span className={classes.today}>today</span>}
    </th>
  )
}

interface LineProps extends Pick<CalendarGridProps, 'days' | 'persons' | 'onToggle' | 'onNight'> {
  readonly line: CalendarLine
  readonly isFirst: boolean
}

const Line = memo(function Line({ line, days, persons, isFirst, onToggle, onNight }: LineProps) {
  return (
    <tr data-line={line.kind}>
      <LineHead line={line} onToggle={onToggle} />
      {days.map((day, at) => {
        const { value, marks, label, look, isStale } = cellOf(line, at, day, persons)
        return (
          <td
            // By its place: turning the month keeps the focus.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={at}
            tabIndex={isFirst && at === 0 ? 0 : -1}
            data-look={look}
            data-stale={isStale || undefined}
            data-weekend={isWeekend(day) || undefined}
            onClick={() => onNight(line, day)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              onNight(line, day)
            }}
          >
            <span aria-hidden>
              {value}
              {marks.length > 0 && <small>{marks.join(' ')}</small>}
            </span>
            <span className={classes.words}>{label}</span>
          </td>
        )
      })}
    </tr>
  )
})

function LineHead({ line, onToggle }: Pick<LineProps, 'line' | 'onToggle'>) {
  if (line.kind === 'plan')
    return (
      <th scope="row" tabIndex={-1}>
        <span className={classes.plan}>
          {line.name} <small>{line.series.currency}</small>
        </span>
      </th>
    )
  return (
    <th scope="row">
      <UnstyledButton
        className={classes.type ?? ''}
        aria-expanded={line.isOpen}
        tabIndex={-1}
        onClick={() => onToggle(line.key)}
      >
        <span aria-hidden>{line.isOpen ? '▾' : '▸'} </span>
        {line.name}
      </UnstyledButton>
    </th>
  )
}
