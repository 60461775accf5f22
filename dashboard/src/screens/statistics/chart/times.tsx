import type { KeyboardEvent } from 'react'
import classes from './chart.module.css'
import { describeTime } from './labels.ts'
import type { PlotProps } from './plot.tsx'
import type { PlotArea } from './plot-area.ts'

const KEYS: Record<string, (index: number, last: number) => number> = {
  ArrowLeft: (index) => Math.max(0, index - 1),
  ArrowRight: (index, last) => Math.min(last, index + 1),
  Home: () => 0,
  End: (_, last) => last,
}

export interface TimesProps extends Pick<PlotProps, 'data' | 'timeZone' | 'chosen' | 'onChoose'> {
  readonly area: PlotArea
}

/** The times of a chart, over the drawing: one tab stop, then arrow keys. Each says its values. */
export function Times({ data, timeZone, area, chosen, onChoose }: TimesProps) {
  const move = (event: KeyboardEvent<SVGGElement>) => {
    const next = KEYS[event.key]?.(chosen, data.times.length - 1)
    if (next === undefined) return
    event.preventDefault()
    event.currentTarget.querySelector<SVGElement>(`[data-index="${next}"]`)?.focus()
  }
  return (
    <g role="listbox" aria-label={data.label} aria-orientation="horizontal" tabIndex={-1} onKeyDown={move}>
      {data.times.map((time, index) => (
        <rect
          key={time}
          className={classes.time}
          data-index={index}
          x={area.left + index * area.step}
          y={area.top}
          width={area.step}
          height={area.bottom - area.top}
          role="option"
          aria-selected={index === chosen}
          aria-label={describeTime(data, index, timeZone)}
          tabIndex={index === chosen ? 0 : -1}
          onFocus={() => onChoose(index)}
          onPointerEnter={() => onChoose(index)}
        />
      ))}
    </g>
  )
}
