import { Counter, Gauge, Registry } from 'prom-client'

/** A value that is read when somebody asks, with the labels of its gauge. */
export interface Measure {
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/**
 * What this process counted since it started, and what tables say now. Labels are names of ours alone: never a hotel,
 * a key, a token or anything that a sender may choose.
 */
export interface Metrics {
  /** @param provider a key of the registry */
  countAccepted(provider: string, isNew: boolean): void
  /** @param provider a key of the registry, or `unknown` */
  countRefused(provider: string, code: string): void
  /** Replaces all values of a gauge; it is made at the first use. */
  setGauge(name: string, meaning: string, measures: readonly Measure[]): void
  /** Prometheus text format. */
  print(): Promise<{ contentType: string; text: string }>
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers: [registry] })
  const accepted = counter('pms_webhooks_accepted_total', 'Webhook messages that were stored.', 'provider')
  const duplicates = counter('pms_webhooks_duplicate_total', 'Of those stored: came before.', 'provider')
  const refused = counter('pms_webhooks_refused_total', 'Webhook messages that were refused.', 'provider', 'code')
  return {
    countAccepted(provider, isNew) {
      accepted.inc({ provider })
      if (!isNew) duplicates.inc({ provider })
    },
    countRefused: (provider, code) => refused.inc({ provider, code }),
    setGauge(name, help, measures) {
      registry.removeSingleMetric(name)
      const labelNames = Object.keys(measures[0]?.labels ?? {})
      const gauge = new Gauge({ name, help, labelNames, registers: [registry] })
      for (const { labels, value } of measures) gauge.set(labels, value)
    },
    print: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  }
}
