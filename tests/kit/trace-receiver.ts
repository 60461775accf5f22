import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A span as a collector gets it. */
export interface ReceivedSpan {
  readonly name: string
  readonly service: string
  readonly processId: number
  readonly traceId: string
  readonly spanId: string
  /** Empty for the first of its trace. */
  readonly parentId: string
  readonly facts: Readonly<Record<string, string | number>>
  /** Ids of spans of other traces. */
  readonly links: readonly string[]
  readonly isError: boolean
}

/** A collector of OpenTelemetry traces: OTLP over HTTP, as protobuf. */
export interface TraceReceiver extends AsyncDisposable {
  readonly url: string
  readonly spans: ReceivedSpan[]
  /** All that came, for what must not be in it. */
  readonly bytes: Buffer[]
  readonly requests: { path: string; headers: IncomingHttpHeaders }[]
}

export async function startTraceReceiver(): Promise<TraceReceiver> {
  const [spans, bytes, requests]: [ReceivedSpan[], Buffer[], TraceReceiver['requests']] = [[], [], []]
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    requests.push({ path: request.url ?? '', headers: request.headers })
    bytes.push(body)
    spans.push(...readSpans(body))
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    ...{ spans, bytes, requests },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Field = readonly [number: number, value: Buffer | number]

/** https://protobuf.dev/programming-guides/encoding, and opentelemetry/proto/trace/v1/trace.proto for the numbers. */
function fieldsOf(message: Buffer): Field[] {
  const fields: Field[] = []
  let at = 0
  const varint = () => {
    let [value, factor, byte] = [0, 1, 0]
    do {
      byte = message[at++] ?? 0
      value += (byte & 0x7f) * factor
      factor *= 128
    } while (byte & 0x80)
    return value
  }
  while (at < message.length) {
    const tag = varint()
    const [number, type] = [tag >>> 3, tag & 7]
    if (type === 0) fields.push([number, varint()])
    else {
      const length = type === 1 ? 8 : type === 5 ? 4 : varint()
      fields.push([number, message.subarray(at, at + length)])
      at += length
    }
  }
  return fields
}

const all = (message: Buffer, wanted: number) =>
  fieldsOf(message).flatMap(([number, value]) => (number === wanted && Buffer.isBuffer(value) ? [value] : []))
const text = (message: Buffer, wanted: number) => all(message, wanted)[0]?.toString('utf8') ?? ''
const hex = (message: Buffer, wanted: number) => all(message, wanted)[0]?.toString('hex') ?? ''

function factsIn(message: Buffer, wanted: number): Record<string, string | number> {
  const entries = all(message, wanted).map((pair) => {
    const [kind, value = ''] = fieldsOf(all(pair, 2)[0] ?? Buffer.alloc(0))[0] ?? []
    const read = Buffer.isBuffer(value) ? (kind === 4 ? value.readDoubleLE() : value.toString('utf8')) : value
    return [text(pair, 1), read] as const
  })
  return Object.fromEntries(entries)
}

function readSpans(body: Buffer): ReceivedSpan[] {
  return all(body, 1).flatMap((ofResource) => {
    const resource = factsIn(all(ofResource, 1)[0] ?? Buffer.alloc(0), 1)
    const [service, processId] = [String(resource['service.name']), Number(resource['process.pid'])]
    return all(ofResource, 2)
      .flatMap((scope) => all(scope, 2))
      .map((span) => ({
        ...{ service, processId, name: text(span, 5), facts: factsIn(span, 9) },
        ...{ traceId: hex(span, 1), spanId: hex(span, 2), parentId: hex(span, 4) },
        links: all(span, 13).map((link) => hex(link, 2)),
        isError: all(span, 15).some((status) =>
          fieldsOf(status).some(([number, value]) => number === 3 && value === 2),
        ),
      }))
  })
}
