import { expect, test } from 'vitest'
import { measureSyncs } from '../../src/insights/sync-metrics.ts'
import { measureVendors } from '../../src/insights/vendor-metrics.ts'
import { createMetrics } from '../../src/platform/metrics.ts'
import { createEventBus, type SyncEnded } from '../../src/sync/events/events.ts'

const ended: SyncEnded = {
  syncLogId: 'run',
  hotelId: 'hotel-canary',
  provider: 'mock',
  entityType: 'BOOKING',
  operation: 'FULL',
  trigger: 'SCHEDULED',
  status: 'PARTIAL',
  processed: 15,
  created: 1,
  updated: 2,
  unchanged: 9,
  failed: 3,
  deleted: 4,
  heldBack: 5,
  duplicate: 2,
  unread: 0,
  durationMs: 1_500,
  errorCode: null,
}

function open() {
  const metrics = createMetrics()
  const events = createEventBus((error) => {
    throw error
  })
  measureSyncs(events, metrics)
  return { metrics, events, linesOf: async () => (await metrics.print()).text.split('\n') }
}

test('a sync that ends is counted by provider, type and outcome, and never by hotel', async () => {
  const { events, linesOf } = open()
  events.emit('pms.sync.completed', ended)
  events.emit('pms.sync.failed', { ...ended, status: 'FAILED', errorCode: 'PROVIDER_TIMEOUT' })
  events.emit('pms.sync.cancelled', { ...ended, status: 'CANCELLED' })
  const lines = await linesOf()
  const of = 'provider="mock",entity="BOOKING"'
  expect(lines).toEqual(
    expect.arrayContaining([
      `pms_syncs_ended_total{${of},operation="FULL",status="PARTIAL"} 1`,
      `pms_syncs_ended_total{${of},operation="FULL",status="CANCELLED"} 1`,
      `pms_sync_failures_total{provider="mock",code="PROVIDER_TIMEOUT"} 1`,
      `pms_sync_items_total{${of},outcome="failed"} 9`,
      `pms_sync_items_total{${of},outcome="unchanged"} 27`,
      `pms_sync_items_held_back_total{${of}} 15`,
      `pms_sync_items_duplicate_total{${of}} 6`,
      `pms_sync_duration_seconds_bucket{le="1",${of},operation="FULL"} 0`,
      `pms_sync_duration_seconds_bucket{le="2.5",${of},operation="FULL"} 2`,
      `pms_sync_duration_seconds_count{${of},operation="FULL"} 2`,
    ]),
  )
  expect(lines.join()).not.toContain('canary')
})

test('nobody could say how far behind the PMS the stored rows are', async () => {
  const { events, linesOf } = open()
  const lagsMs = [400, 61_000]
  events.emit('pms.rows.caught-up', { provider: 'mock', entityType: 'BOOKING', operation: 'WEBHOOK', lagsMs })
  const of = 'provider="mock",entity="BOOKING",operation="WEBHOOK"'
  expect(await linesOf()).toEqual(
    expect.arrayContaining([
      `pms_sync_lag_seconds_bucket{le="1",${of}} 1`,
      `pms_sync_lag_seconds_bucket{le="60",${of}} 1`,
      `pms_sync_lag_seconds_bucket{le="300",${of}} 2`,
      `pms_sync_lag_seconds_sum{${of}} 61.4`,
    ]),
  )
})

test('what a vendor answers is counted by what it amounts to, and a 429 apart as well', async () => {
  const { metrics, linesOf } = open()
  const vendors = measureVendors(metrics)
  vendors.answered('mews', null, 80)
  vendors.answered('mews', 'PROVIDER_RATE_LIMITED', 20)
  vendors.reported('mews')
  expect(await linesOf()).toEqual(
    expect.arrayContaining([
      'pms_vendor_response_seconds_bucket{le="0.05",provider="mews",outcome="OK"} 0',
      'pms_vendor_response_seconds_bucket{le="0.1",provider="mews",outcome="OK"} 1',
      'pms_vendor_response_seconds_count{provider="mews",outcome="PROVIDER_RATE_LIMITED"} 1',
      'pms_vendor_throttled_total{provider="mews"} 1',
      'pms_mapping_reports_total{provider="mews"} 1',
    ]),
  )
})

test('services that are made twice over the same metrics count in the same place', async () => {
  const { metrics, events, linesOf } = open()
  measureSyncs(events, metrics)
  events.emit('pms.sync.completed', ended)
  expect((await linesOf()).filter((line) => line.startsWith('pms_syncs_ended_total{'))).toHaveLength(1)
})
