import type { Metrics } from '../platform/metrics.ts'

/** Seconds; requests are given up after 30 unless their provider says otherwise. */
const RESPONSES = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60]

export interface VendorMeter {
  /** @param code what the answer amounts to; null when it is a good one */
  answered(provider: string, code: string | null, durationMs: number): void
  /** The vendor sent a value that the mapping does not know. */
  reported(provider: string): void
}

export function measureVendors(metrics: Metrics): VendorMeter {
  const responses = metrics.histogram('pms_vendor_response_seconds', 'Requests to vendors, by outcome.', {
    labels: ['provider', 'outcome'],
    buckets: RESPONSES,
  })
  const throttled = metrics.counter('pms_vendor_throttled_total', 'Requests that the vendor wants to come later.', [
    'provider',
  ])
  const unknown = metrics.counter('pms_mapping_reports_total', 'Values of vendors that the mapping does not know.', [
    'provider',
  ])
  return {
    answered(provider, code, durationMs) {
      responses({ provider, outcome: code ?? 'OK' }, durationMs / 1_000)
      if (code === 'PROVIDER_RATE_LIMITED') throttled({ provider })
    },
    reported: (provider) => unknown({ provider }),
  }
}
