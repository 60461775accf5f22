import { Title } from '@mantine/core'
import { useState } from 'react'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import classes from './chart.module.css'
import type { ChartData } from './chart-data.ts'
import { timeLabel, valueLabel } from './labels.ts'
import { Legend } from './legend.tsx'
import { Plot } from './plot.tsx'

export interface TimeChartProps {
  readonly data: ChartData
  readonly timeZone: string
  /** Over the chart, where a section has several. */
  readonly title?: string | undefined
  readonly isTable: boolean
}

/** The same values as a drawing or as a table. */
export function TimeChart({ title, isTable, ...props }: TimeChartProps) {
  return (
    <div className={classes.chart}>
      {title !== undefined && (
        <Title order={3} size="h5" mb="xs">
          {title}
        </Title>
      )}
      {isTable ? <ChartTable {...props} /> : <Drawing {...props} />}
    </div>
  )
}

type PartProps = Pick<TimeChartProps, 'data' | 'timeZone'>

function Drawing({ data, timeZone }: PartProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<number>()
  const at = chosen !== undefined && data.times.includes(chosen) ? data.times.indexOf(chosen) : lastKnown(data)
  const toggle = (name: string) => setHidden(toggled(hidden, name))
  const series = data.series.filter(({ name }) => !hidden.has(name))
  return (
    <>
      <Legend data={data} timeZone={timeZone} chosen={at} hidden={hidden} onToggle={toggle} />
      <Plot
        data={{ ...data, series }}
        all={data.series}
        timeZone={timeZone}
        chosen={at}
        onChoose={(index) => setChosen(data.times[index])}
      />
    </>
  )
}

/** Index of the newest time of which something is known. */
function lastKnown({ times, series }: ChartData): number {
  const index = times.findLastIndex((_, at) => series.some(({ values, isLimit }) => !isLimit && values[at] !== null))
  return index === -1 ? times.length - 1 : index
}

function toggled(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(names)
  if (!next.delete(name)) next.add(name)
  return next
}

/** Newest first, without times of which nothing is known. */
function ChartTable({ data, timeZone }: PartProps) {
  const { times, series, unit } = data
  const columns: Column<number>[] = [
    { header: 'Time', cell: (index) => timeLabel(times, index, timeZone) },
    ...series.map(({ name, values }) => ({
      header: name,
      isNumber: true,
      cell: (index: number) => valueLabel(values[index], unit),
    })),
  ]
  const rows = times.flatMap((_, index) =>
    series.some(({ values, isLimit }) => !isLimit && values[index] !== null) ? index : [],
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it
    <section className={classes.scroll} tabIndex={0} aria-label={data.label}>
      <DataTable caption={data.label} columns={columns} rows={rows.toReversed()} keyOf={(index) => `${times[index]}`} />
    </section>
  )
}
