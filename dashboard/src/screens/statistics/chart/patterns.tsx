/** Fills of bars: plain, diagonal, dotted, crossed. */
export function Patterns({ prefix }: { prefix: string }) {
  return (
    <defs>
      {SHAPES.map((shape, index) => (
        <pattern key={shape} id={`${prefix}${index}`} width={6} height={6} patternUnits="userSpaceOnUse">
          <rect width={6} height={6} fill={`var(--chart-${index})`} fillOpacity={index === 0 ? 1 : 0.25} />
          <path d={shape} stroke={`var(--chart-${index})`} strokeWidth={1.5} fill="none" />
        </pattern>
      ))}
    </defs>
  )
}

const SHAPES = ['', 'M-1 7L7 -1', 'M3 2V4', 'M0 3H6M3 0V6'] as const
