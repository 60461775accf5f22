import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** A value that is read when somebody asks, with the labels of its gauge. */
export interface Measure {
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

export interface HistogramOptions<Label extends string> {
  readonly labels: readonly Label[]
  /** Upper bounds, in the unit that the name ends in. */
  readonly buckets: readonly number[]
}

export type Count<Label extends string> = (labels: Readonly<Record<Label, string>>, by?: number) => void
export type Observe<Label extends string> = (labels: Readonly<Record<Label, string>>, value: number) => void

/**
 * What this process counted since it started, and what tables say now. Labels are names of ours alone: never a hotel,
 * a key, a token or anything that a sender may choose.
 */
export interface Metrics {
  /** @param provider a key of the registry */
  countAccepted(provider: string, isNew: boolean): void
  /** @param provider a key of the registry, or `unknown` */
  countRefused(provider: string, code: string): void
  /** What counts up by `labels`. A name that is asked for again is the same counter. */
  counter<Label extends string>(name: string, meaning: string, labels: readonly Label[]): Count<Label>
  /** How values spread over `buckets`, by `labels`; twice as with counters. */
  histogram<Label extends string>(name: string, meaning: string, options: HistogramOptions<Label>): Observe<Label>
  /** A gauge that is read whenever somebody asks. */
  watch(name: string, meaning: string, read: () => readonly Measure[]): void
  /** Replaces all values of a gauge; it is made at the first use. */
  setGauge(name: string, meaning: string, measures: readonly Measure[]): void
  /** Prometheus text format. */
  print(): Promise<{ contentType: string; text: string }>
}

/** @param options.isOfProcess also memory, CPU time, event loop and garbage collection, which a process has once */
export function createMetrics({ isOfProcess = false } = {}): Metrics {
  const registry = new Registry()
  const registers = [registry]
  if (isOfProcess) collectDefaultMetrics({ register: registry })
  const known = <Made>(name: string) => registry.getSingleMetric(name) as Made | undefined
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]): Count<Label> => {
    const made =
      known<Counter<Label>>(name) ?? new Counter<Label>({ name, help, labelNames: [...labelNames], registers })
    return (labels, by = 1) => made.inc(labels, by)
  }
  const accepted = counter('pms_webhooks_accepted_total', 'Webhook messages that were stored.', ['provider'])
  const duplicates = counter('pms_webhooks_duplicate_total', 'Of those stored: came before.', ['provider'])
  const refused = counter('pms_webhooks_refused_total', 'Webhook messages that were refused.', ['provider', 'code'])
  return {
    countAccepted(provider, isNew) {
      accepted({ provider })
      if (!isNew) duplicates({ provider })
    },
    countRefused: (provider, code) => refused({ provider, code }),
    counter,
    histogram<Label extends string>(name: string, help: string, options: HistogramOptions<Label>): Observe<Label> {
      const [labelNames, buckets] = [[...options.labels], [...options.buckets]]
      const made = known<Histogram<Label>>(name) ?? new Histogram<Label>({ name, help, labelNames, buckets, registers })
      return (labels, value) => made.observe(labels, value)
    },
    watch(name, help, read) {
      const labelNames = Object.keys(read()[0]?.labels ?? {})
      new Gauge({
        ...{ name, help, labelNames, registers },
        collect() {
          for (const { labels, value } of read()) this.set(labels, value)
        },
      })
    },
    setGauge(name, help, measures) {
      registry.removeSingleMetric(name)
      const labelNames = Object.keys(measures[0]?.labels ?? {})
      const gauge = new Gauge({ name, help, labelNames, registers })
      // Without labels it begins with a 0, which nobody measured.
      if (labelNames.length === 0) gauge.remove()
      for (const { labels, value } of measures) gauge.set(labels, value)
    },
    print: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  }
}
