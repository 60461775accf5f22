import type { Tracing } from '../platform/tracing/tracing.ts'
import type { Exchange } from '../providers/transport/http-client.ts'

/**
 * Notes a request when it is over. So the vendor is told none of our ids, and the path, in which a vendor may have put a
 * guest, stays out of the trace.
 */
export function traceExchange(tracing: Tracing, provider: string, exchange: Exchange): void {
  const { method, host, status, code, durationMs } = exchange
  const facts = {
    ...{ 'http.request.method': method, 'server.address': host, 'pms.provider': provider },
    ...(status !== null && { 'http.response.status_code': status }),
  }
  tracing.span('vendor.request', { kind: 'CLIENT', facts, startedMsAgo: durationMs }, (span) => {
    if (code !== null) span.failed(code)
  })
}
