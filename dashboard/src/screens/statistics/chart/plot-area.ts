import type { ChartData } from './chart-data.ts'
import { ticksOf } from './scale.ts'

export const HEIGHT = 220
const [TOP, RIGHT, BOTTOM, LEFT] = [10, 8, 24, 64]

/** Where things lie in a chart, in px. */
export interface PlotArea {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Width of a time. */
  readonly step: number
  readonly ticks: readonly number[]
  /** Middle of a time. */
  xOf(index: number): number
  yOf(value: number): number
}

export function plotAreaOf({ times, series, kind, unit }: ChartData, width: number): PlotArea {
  const ticks = ticksOf(kind === 'stack' ? greatestSum(series) : greatest(series), unit)
  const max = ticks.at(-1) ?? 1
  const [left, right, bottom] = [LEFT, width - RIGHT, HEIGHT - BOTTOM]
  const step = (right - left) / Math.max(times.length, 1)
  return {
    ...{ left, right, top: TOP, bottom, step, ticks },
    xOf: (index) => left + (index + 0.5) * step,
    yOf: (value) => bottom - (value / max) * (bottom - TOP),
  }
}

const greatest = (series: ChartData['series']) => Math.max(0, ...series.flatMap(({ values }) => values.map(Number)))

const greatestSum = (series: ChartData['series']) =>
  Math.max(0, ...(series[0]?.values ?? []).map((_, index) => sumAt(series, index)))

const sumAt = (series: ChartData['series'], index: number) =>
  series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0)
