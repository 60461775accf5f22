import { z } from 'zod'

/** Where traces are sent, and which. The exporter itself reads headers, time-outs and certificates from `OTEL_EXPORTER_OTLP_…`. */
export interface TracingConfig {
  /** Of a collector: OTLP over HTTP. */
  readonly url: string
  readonly serviceName: string
  readonly sampler: {
    /** What is a part of a trace that is recorded elsewhere is recorded, and the other way round. */
    readonly followsParent: boolean
    /** Of the other traces, from 0 to 1. */
    readonly ratio: number
  }
}

const endpoint = z.url({ protocol: /^https?$/, error: 'must be a URL that starts with http:// or https://' })
const RATIO = 'must be a number from 0 to 1'
const protocol = z.enum(['http/protobuf']).optional()

/** As OpenTelemetry names them: https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables */
export const tracingVariables = {
  OTEL_SDK_DISABLED: z.stringbool({ error: 'must be true or false' }).default(false),
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'none']).default('otlp'),
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: endpoint.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: protocol,
  OTEL_SERVICE_NAME: z.string().default('pms-adapter-layer'),
  OTEL_TRACES_SAMPLER: z
    .enum([
      ...(['always_on', 'always_off', 'traceidratio'] as const),
      ...(['parentbased_always_on', 'parentbased_always_off', 'parentbased_traceidratio'] as const),
    ])
    .default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z
    .string()
    .regex(/^\d*\.?\d+$/, RATIO)
    .transform(Number)
    .pipe(z.number().max(1, RATIO))
    .default(1),
}

type Variables = z.output<z.ZodObject<typeof tracingVariables>>

/** Null: traces are not asked for. */
export function toTracingConfig(env: Variables): TracingConfig | null {
  const base = env.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, '')
  const url = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (base && `${base}/v1/traces`)
  if (!url || env.OTEL_SDK_DISABLED || env.OTEL_TRACES_EXPORTER === 'none') return null
  const [, parent, kind] = /^(parentbased_)?(.+)$/.exec(env.OTEL_TRACES_SAMPLER) ?? []
  const ratio = kind === 'always_on' ? 1 : kind === 'always_off' ? 0 : env.OTEL_TRACES_SAMPLER_ARG
  return { url, serviceName: env.OTEL_SERVICE_NAME, sampler: { followsParent: parent !== undefined, ratio } }
}
