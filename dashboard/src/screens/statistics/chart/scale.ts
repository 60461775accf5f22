const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000] as const
/** Steps of clocks, in ms. */
const TIME_STEPS = [
  ...[10, 50, 100, 250, 500],
  ...[1, 2, 5, 10, 20, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 20, 30].map((count) => count * MINUTE),
  ...[1, 2, 4, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 5, 10].map((count) => count * DAY),
]
const COUNT_STEPS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8].flatMap((size) => [size, 2 * size, 5 * size])
const MAX_STEPS = 4

/** Round values from 0 to at least `max`, a few of them. */
export function ticksOf(max: number, unit: 'time' | 'count'): number[] {
  const steps = unit === 'time' ? TIME_STEPS : COUNT_STEPS
  const step = steps.find((each) => max <= each * MAX_STEPS) ?? max / MAX_STEPS
  const count = Math.max(1, Math.ceil(max / step))
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}
