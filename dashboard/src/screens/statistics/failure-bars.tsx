import { Group, Stack, Text } from '@mantine/core'
import { useId } from 'react'
import { describeFailureRate, MIN_RUNS } from '../../ui/values/failure-rate.ts'
import { formatNumber, formatPercent } from '../../ui/values/format.ts'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import classes from './chart/chart.module.css'
import { Patterns } from './chart/patterns.tsx'
import { CAUSES, type FailureRate } from './failure-causes.ts'

const BAR_HEIGHT = 16
const PATTERNS = 4
/** What the width of the bars may stand for, so that few failures can be seen and many fit. */
const LIMITS = [0.05, 0.1, 0.25, 0.5, 1] as const

function limitOf(rates: readonly FailureRate[]): number {
  const highest = Math.max(0, ...rates.map(({ runs, failedRuns }) => (runs < MIN_RUNS ? 0 : failedRuns / runs)))
  return LIMITS.find((limit) => highest <= limit) ?? 1
}

/** A bar a PMS, a part a cause; every part is named beside it. */
export function FailureBars({ rates }: { rates: readonly FailureRate[] }) {
  const { nameOf } = useProviderNames()
  const limit = limitOf(rates)
  return (
    <Stack component="ul" gap="md" m={0} p={0} className={classes.chart ?? ''} style={{ listStyle: 'none' }}>
      {rates.map((rate) => (
        <li key={rate.provider}>
          <Group justify="space-between" gap="xs">
            <Text fw={600}>{nameOf(rate.provider)}</Text>
            <Text size="sm">{`${describeFailureRate(rate)} syncs failed`}</Text>
          </Group>
          {rate.runs >= MIN_RUNS && <Bar rate={rate} limit={limit} />}
          <Text size="sm" c="dimmed">
            {rate.classes.map(({ errorClass, runs }) => `${CAUSES[errorClass]}: ${formatNumber(runs)}`).join(' · ') ||
              'None failed'}
          </Text>
        </li>
      ))}
      <Text component="li" size="sm" c="dimmed">
        Full width: {formatPercent(limit)}.
      </Text>
    </Stack>
  )
}

/** @param limit rate that the whole width stands for */
function Bar({ rate: { runs, classes: causes }, limit }: { rate: FailureRate; limit: number }) {
  const patterns = useId()
  let from = 0
  const parts = causes.map(({ errorClass, runs: failed }) => {
    const part = { errorClass, x: `${(100 * from) / runs / limit}%`, width: `${(100 * failed) / runs / limit}%` }
    from += failed
    return part
  })
  return (
    <svg width="100%" height={BAR_HEIGHT} aria-hidden>
      <Patterns prefix={patterns} />
      <rect width="100%" height={BAR_HEIGHT} fill="var(--mantine-color-default-border)" />
      {parts.map(({ errorClass, x, width }, index) => (
        <rect key={errorClass} x={x} width={width} height={BAR_HEIGHT} fill={`url(#${patterns}${index % PATTERNS})`} />
      ))}
    </svg>
  )
}
