import { useNow } from '../../ui/time/now.ts'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import { type ChartData, timesOf } from './chart/chart-data.ts'
import { TimeChart } from './chart/time-chart.tsx'
import type { Scope } from './scope.ts'

export interface ProviderChartsProps<Row extends { readonly provider: string }> {
  readonly rows: readonly Row[]
  readonly scope: Scope
  readonly isTable: boolean
  /** @param pms name of the provider's PMS */
  readonly dataOf: (pms: string, times: readonly number[], rows: readonly Row[]) => ChartData
}

/** A time chart a provider. */
export function ProviderCharts<Row extends { readonly provider: string }>(props: ProviderChartsProps<Row>) {
  const { rows, scope, isTable, dataOf } = props
  const { nameOf } = useProviderNames()
  const times = timesOf(scope.span, useNow())
  return [...Map.groupBy(rows, ({ provider }) => provider)].map(([provider, own]) => (
    <TimeChart
      key={provider}
      title={nameOf(provider)}
      data={dataOf(nameOf(provider), times, own)}
      timeZone={scope.timeZone}
      isTable={isTable}
    />
  ))
}
