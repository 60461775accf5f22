import { formatDuration, formatNumber } from '../../../ui/values/format.ts'
import type { ChartData } from './chart-data.ts'
import type { PlotArea } from './plot-area.ts'

export const formatValue = (value: number, unit: ChartData['unit']) =>
  unit === 'count' ? formatNumber(value) : value === 0 ? '0' : formatDuration(value)

export const valueLabel = (value: number | null | undefined, unit: ChartData['unit']) =>
  value === null || value === undefined ? 'none' : formatValue(value, unit)

const HOURS_MS = 3_600_000

/** Whether the times of a chart are days. */
const isDaily = ([first = 0, second = 0]: readonly number[]) => second - first > HOURS_MS

/** Days are days of UTC; hours are in the hotel's time zone. */
function formatter(times: readonly number[], timeZone: string, isShort: boolean): Intl.DateTimeFormat {
  const day = { day: 'numeric', month: 'short' } as const
  const hour = { hour: '2-digit', minute: '2-digit' } as const
  if (isDaily(times)) return new Intl.DateTimeFormat('en-GB', { ...day, timeZone: 'UTC' })
  const isLong = times.length > 24
  const options = isShort ? (isLong ? day : hour) : { ...day, ...hour }
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone })
}

/** `28 Nov, 14:00` or `28 Nov`. */
export const timeLabel = (times: readonly number[], index: number, timeZone: string) =>
  formatter(times, timeZone, false).format(times[index])

export const describeTime = ({ times, series, unit }: ChartData, index: number, timeZone: string) =>
  `${timeLabel(times, index, timeZone)}: ${series.map(({ name, values }) => `${name} ${valueLabel(values[index], unit)}`).join(', ')}`

const LABEL_WIDTH = 70

/** As many labels as there is room for; a day of many hours has one, at its start, which the first one lacks. */
export function axisLabels(times: readonly number[], timeZone: string, { left, right }: PlotArea) {
  const format = formatter(times, timeZone, true)
  const labels = times.map((time, index) => ({ index, label: format.format(time) }))
  const distinct = labels.filter(({ label, index }) => index > 0 && label !== labels[index - 1]?.label)
  const every = Math.max(1, Math.ceil(distinct.length / Math.max(1, Math.floor((right - left) / LABEL_WIDTH))))
  return distinct.filter((_, place) => place % every === Math.floor(every / 2))
}
