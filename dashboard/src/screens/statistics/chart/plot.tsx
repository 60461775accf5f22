import { useElementSize } from '@mantine/hooks'
import { useId } from 'react'
import classes from './chart.module.css'
import type { ChartData } from './chart-data.ts'
import { axisLabels, formatValue } from './labels.ts'
import { looksOf } from './looks.ts'
import { Lines, Stacks } from './marks.tsx'
import { Patterns } from './patterns.tsx'
import { HEIGHT, plotAreaOf } from './plot-area.ts'
import { Times } from './times.tsx'

export interface PlotProps {
  /** With the series that are shown alone. */
  readonly data: ChartData
  /** All of them: a series keeps its look when another is hidden. */
  readonly all: ChartData['series']
  readonly timeZone: string
  readonly chosen: number
  readonly onChoose: (index: number) => void
}

/** The drawing. Its times are reached by one tab stop and arrow keys, and say their values. */
export function Plot({ data, all, timeZone, chosen, onChoose }: PlotProps) {
  const { ref, width } = useElementSize<HTMLDivElement>()
  const patterns = useId()
  const area = plotAreaOf(data, width)
  const Marks = data.kind === 'lines' ? Lines : Stacks
  return (
    <div ref={ref} className={classes.plot}>
      {width > 0 && (
        // biome-ignore lint/a11y/noSvgWithoutTitle: the list of times in it has the name; a title would hide the values
        <svg width={width} height={HEIGHT}>
          <Patterns prefix={patterns} />
          {area.ticks.map((tick) => (
            <g key={tick}>
              <line className={classes.grid} x1={area.left} x2={area.right} y1={area.yOf(tick)} y2={area.yOf(tick)} />
              <text x={area.left - 8} y={area.yOf(tick) + 4} textAnchor="end" aria-hidden>
                {formatValue(tick, data.unit)}
              </text>
            </g>
          ))}
          {axisLabels(data.times, timeZone, area).map(({ index, label }) => (
            <text key={index} x={area.xOf(index)} y={HEIGHT - 6} textAnchor="middle" aria-hidden>
              {label}
            </text>
          ))}
          <Marks series={data.series} lookOf={looksOf(all, patterns)} area={area} />
          <Times data={data} timeZone={timeZone} area={area} chosen={chosen} onChoose={onChoose} />
        </svg>
      )}
    </div>
  )
}
