import type { Series } from './chart-data.ts'
import type { LookOf } from './looks.ts'
import type { PlotArea } from './plot-area.ts'

export interface MarksProps {
  readonly series: readonly Series[]
  readonly lookOf: LookOf
  readonly area: PlotArea
}

/** A line a series, with a dash of its own; it breaks where nothing is known. */
export function Lines({ series, lookOf, area }: MarksProps) {
  return series.map(({ name, values, isLimit }) => {
    const { color, dash } = lookOf(name)
    return (
      <g key={name} stroke={color} fill={color}>
        <path d={pathOf(values, area)} fill="none" strokeWidth={isLimit ? 1.5 : 2} strokeDasharray={dash} />
        {!isLimit && loneOf(values).map((index) => <Dot key={index} index={index} value={values[index]} area={area} />)}
      </g>
    )
  })
}

function Dot({ index, value, area }: { index: number; value: number | null | undefined; area: PlotArea }) {
  return <circle cx={area.xOf(index)} cy={area.yOf(value ?? 0)} r={2.5} />
}

/** A value without neighbours makes no line. */
const loneOf = (values: Series['values']) =>
  values.flatMap((value, index) =>
    value !== null && isNone(values[index - 1]) && isNone(values[index + 1]) ? index : [],
  )

const isNone = (value: number | null | undefined) => value === null || value === undefined

function pathOf(values: Series['values'], { xOf, yOf }: PlotArea): string {
  return values
    .flatMap((value, index) =>
      value === null ? [] : `${isNone(values[index - 1]) ? 'M' : 'L'}${xOf(index).toFixed(1)} ${yOf(value).toFixed(1)}`,
    )
    .join('')
}

/** A bar a time, the series on top of each other, each with a pattern of its own. */
export function Stacks({ series, lookOf, area }: MarksProps) {
  const width = Math.max(1, area.step - Math.min(4, area.step / 4))
  return series.map(({ name, values }, layer) => (
    <g key={name} fill={lookOf(name).fill} stroke={lookOf(name).color}>
      {values.map((value, index) => {
        if (!value) return null
        const below = series.slice(0, layer).reduce((sum, each) => sum + (each.values[index] ?? 0), 0)
        const [top, bottom] = [area.yOf(below + value), area.yOf(below)]
        const x = area.xOf(index) - width / 2
        // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
        return <rect key={index} x={x} y={top} width={width} height={bottom - top} strokeWidth={width < 4 ? 0 : 1} />
      })}
    </g>
  ))
}
