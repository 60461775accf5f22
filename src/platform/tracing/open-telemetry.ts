import {
  type Link,
  ROOT_CONTEXT,
  type SpanContext,
  SpanKind,
  type Span as SpanOfSdk,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  type SpanExporter,
  type SpanProcessor,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import { PmsIntegrationError, toPmsError } from '../../errors.ts'
import { currentCause, runCausedBy } from '../cause.ts'
import { settledWithin } from '../deadline.ts'
import type { ReportTrouble } from '../queue/outage-log.ts'
import type { TracingConfig } from '../tracing-config.ts'
import type { CountDropped } from './dropped-spans.ts'
import type { Span, SpanOptions, Tracing } from './tracing.ts'

/** Longer than a fact of ours is. */
const MAX_TEXT_CHARS = 256
/** As an exporter says it. */
const SENT = 0
/** Spans that wait for the collector; what finds no room is dropped and counted. */
const MAX_WAITING = 2_048

/**
 * Sends spans in batches, over HTTP as protobuf; headers, time-outs and certificates are the exporter's own variables. Up
 * to 2,048 spans wait, the rest is dropped and counted. What is being done is known by its cause: OpenTelemetry's own context, and all
 * that instruments modules by itself, are not needed. Disposing sends what waits, for `graceMs` at most; what is left then is
 * counted as dropped.
 */
export function createOpenTelemetry(
  { url, serviceName, sampler }: TracingConfig,
  report: ReportTrouble,
  dropped: CountDropped,
  graceMs: number,
): Tracing {
  let isOver = false
  const count: CountDropped = (reason, spans) => {
    if (!isOver) dropped(reason, spans)
  }
  const queue = countingDrops(reporting(new OTLPTraceExporter({ url }), report, count), count)
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName, 'process.pid': process.pid }),
    sampler: samplerOf(sampler),
    spanLimits: { attributeValueLengthLimit: MAX_TEXT_CHARS },
    spanProcessors: [queue],
  })
  const tracer = provider.getTracer('pms')
  const spans = new WeakMap<object, Span>()

  const begin = (name: string, { kind, facts, parent, isRoot = false, links = [], startedMsAgo }: SpanOptions) => {
    const above = isRoot ? undefined : contextOf(parent ?? currentCause()?.traceparent)
    const attributes = { ...facts }
    const started = startedMsAgo === undefined ? {} : { startTime: Date.now() - startedMsAgo }
    return tracer.startSpan(
      name,
      { kind: kind === undefined ? SpanKind.INTERNAL : SpanKind[kind], attributes, links: linksTo(links), ...started },
      above === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, above),
    )
  }
  return {
    isOn: true,
    span(name, options, work) {
      const begun = begin(name, options)
      const span = spanOf(begun)
      const cause = { ...currentCause(), traceparent: traceparentOf(begun.spanContext()) }
      spans.set(cause, span)
      return endingWith(begun, span, () => runCausedBy(cause, () => work(span)))
    },
    note: (facts) => spans.get(currentCause() ?? provider)?.note(facts),
    async [Symbol.asyncDispose]() {
      // It does not wait for what was on its way before when anything of the rest fails.
      await settledWithin(graceMs, provider.shutdown().catch(report).then(queue.idle))
      const left = queue.unsent()
      if (left > 0) {
        count('NOT_SENT', left)
        report(new PmsIntegrationError('SERVICE_UNAVAILABLE', `${left} spans were not taken before the process ended`))
      }
      isOver = true
    },
  }
}

const samplerOf = ({ followsParent, ratio }: TracingConfig['sampler']): Sampler => {
  const root = new TraceIdRatioBasedSampler(ratio)
  return followsParent ? new ParentBasedSampler({ root }) : root
}

function spanOf(span: SpanOfSdk): Span {
  return {
    note: (facts) => void span.setAttributes({ ...facts }),
    failed(code) {
      span.setAttribute('error.type', code)
      span.setStatus({ code: SpanStatusCode.ERROR })
    },
  }
}

/** Ends the span with the work, which may be a promise. */
function endingWith<T>(begun: SpanOfSdk, span: Span, work: () => T): T {
  const failed = (error: unknown): never => {
    span.failed(toPmsError(error).code)
    begun.end()
    throw error
  }
  try {
    const result = work()
    if (!(result instanceof Promise)) {
      begun.end()
      return result
    }
    const ended = result.then((value: unknown) => {
      begun.end()
      return value
    }, failed)
    return ended as T
  } catch (error) {
    return failed(error)
  }
}

const linksTo = (traceparents: readonly string[]): Link[] =>
  traceparents.flatMap((each) => {
    const context = contextOf(each)
    return context === undefined ? [] : [{ context }]
  })

function contextOf(traceparent: string | undefined): SpanContext | undefined {
  const [, traceId, spanId, flags] = traceparent?.split('-') ?? []
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true }
}

const traceparentOf = ({ traceId, spanId, traceFlags }: SpanContext) =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`

interface CountingProcessor extends SpanProcessor {
  /** Spans that have ended and that the collector has not answered for. */
  unsent(): number
  /** Resolves when nothing is on its way. */
  idle(): Promise<unknown>
}

/** The SDK drops what finds no room, and tells nobody: what waits is what has ended and was not handed on. */
function countingDrops(exporter: SpanExporter, dropped: CountDropped): CountingProcessor {
  let [waiting, onTheirWay] = [0, 0]
  const sendings = new Set<Promise<void>>()
  const processor = new BatchSpanProcessor({
    maxQueueSize: MAX_WAITING,
    exporter: {
      export(spans, done) {
        waiting -= spans.length
        onTheirWay += spans.length
        const { promise, resolve } = Promise.withResolvers<void>()
        sendings.add(promise)
        exporter.export(spans, (result) => {
          onTheirWay -= spans.length
          sendings.delete(promise)
          done(result)
          resolve()
        })
      },
      shutdown: () => exporter.shutdown(),
      forceFlush: async () => exporter.forceFlush?.(),
    },
  })
  return {
    unsent: () => waiting + onTheirWay,
    idle: () => Promise.all(sendings),
    onStart: (span, context) => processor.onStart(span, context),
    onEnd(span) {
      if (span.spanContext().traceFlags & TraceFlags.SAMPLED) {
        if (waiting >= MAX_WAITING) dropped('QUEUE_FULL', 1)
        else waiting += 1
      }
      processor.onEnd(span)
    },
    forceFlush: () => processor.forceFlush(),
    shutdown: () => processor.shutdown(),
  }
}

/** The SDK keeps failures to itself. */
function reporting(exporter: SpanExporter, report: ReportTrouble, dropped: CountDropped): SpanExporter {
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.error) report(result.error)
        if (result.code !== SENT) dropped('NOT_SENT', spans.length)
        done(result)
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  }
}
