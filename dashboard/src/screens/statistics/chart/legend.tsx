import { Button, Group, Text } from '@mantine/core'
import { useId } from 'react'
import type { ChartData } from './chart-data.ts'
import { timeLabel, valueLabel } from './labels.ts'
import { looksOf } from './looks.ts'
import { Patterns } from './patterns.tsx'

export interface LegendProps {
  readonly data: ChartData
  readonly timeZone: string
  /** Index of the time whose values are shown. */
  readonly chosen: number
  /** Names of series. */
  readonly hidden: ReadonlySet<string>
  readonly onToggle: (name: string) => void
}

/** What is what, and its value at the chosen time; a button each, that hides and shows it. */
export function Legend({ data, timeZone, chosen, hidden, onToggle }: LegendProps) {
  const patterns = useId()
  const lookOf = looksOf(data.series, patterns)
  return (
    <Group gap="xs" mb="xs">
      <Text size="sm" fw={600} miw={100}>
        {timeLabel(data.times, chosen, timeZone)}
      </Text>
      {data.series.map(({ name, values }) => {
        const { color, dash, fill } = lookOf(name)
        const isShown = !hidden.has(name)
        return (
          <Button
            key={name}
            variant="default"
            size="compact-sm"
            mih={28}
            aria-pressed={isShown}
            onClick={() => onToggle(name)}
            styles={{ label: { fontWeight: 400, textDecoration: isShown ? undefined : 'line-through' } }}
            leftSection={
              <svg width={24} height={12} aria-hidden>
                <Patterns prefix={patterns} />
                {data.kind === 'lines' ? (
                  <path d="M0 6H24" stroke={color} strokeWidth={2.5} strokeDasharray={dash} />
                ) : (
                  <rect x={1} y={1} width={22} height={10} fill={fill} stroke={color} />
                )}
              </svg>
            }
          >
            {name}:&nbsp;<strong>{valueLabel(values[chosen], data.unit)}</strong>
          </Button>
        )
      })}
    </Group>
  )
}
