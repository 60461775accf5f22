import type { Series } from './chart-data.ts'

/** How a series looks: colour, and beside it a dash or pattern, so that nobody has to tell colours apart. */
export interface Look {
  readonly color: string
  readonly dash: string | undefined
  /** Of bars. */
  readonly fill: string
}

export type LookOf = (name: string) => Look

const DASHES = [undefined, '7 3', '2 3', '10 3 2 3'] as const
const LIMIT_DASH = '4 4'

/** @param patterns prefix of the ids of `Patterns` */
export function looksOf(series: readonly Series[], patterns: string): LookOf {
  const looks = new Map(
    series.map(({ name, isLimit }, index) => [
      name,
      {
        color: isLimit ? 'var(--chart-limit)' : `var(--chart-${index % DASHES.length})`,
        dash: isLimit ? LIMIT_DASH : DASHES[index % DASHES.length],
        fill: `url(#${patterns}${index % DASHES.length})`,
      },
    ]),
  )
  return (name) => looks.get(name) ?? { color: 'currentColor', dash: undefined, fill: 'currentColor' }
}
