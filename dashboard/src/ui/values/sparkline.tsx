import { formatNumber } from './format.ts'

const [WIDTH, HEIGHT, GAP] = [120, 24, 1]

/** Bars without axes: the shape of a day beside the numbers that it stands for. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const max = Math.max(...values, 1)
  const step = WIDTH / Math.max(values.length, 1)
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={`${label}: at most ${formatNumber(Math.max(...values, 0))}`}
      fill="var(--mantine-color-anchor)"
    >
      {values.map((value, index) => {
        const height = value === 0 ? 1 : Math.max(2, (value / max) * HEIGHT)
        // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
        return <rect key={index} x={index * step} y={HEIGHT - height} width={step - GAP} height={height} />
      })}
    </svg>
  )
}
