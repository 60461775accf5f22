import { pipeline, Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'

/**
 * A body without its `Content-Encoding`, also one that nobody asked for. Lengths have to be bounded by the reader: a small
 * body may unpack to a huge one.
 * @throws RangeError for an encoding that is not known
 */
export function unpacked(body: Readable, contentEncoding = ''): Readable {
  const encodings = contentEncoding.toLowerCase().split(',')
  return encodings.reduceRight((packed, encoding) => unpackedOnce(packed, encoding.trim()), body)
}

function unpackedOnce(body: Readable, encoding: string): Readable {
  // A failure ends the stream that is returned, so nobody else has to hear of it; nor does anybody where it is never read.
  const through = (stage: NodeJS.ReadWriteStream) => {
    stage.on('error', () => {})
    return pipeline(body, stage, () => {}) as unknown as Readable
  }
  if (encoding === '' || encoding === 'identity') return body
  if (encoding === 'gzip' || encoding === 'x-gzip') return through(createGunzip())
  if (encoding === 'br') return through(createBrotliDecompress())
  if (encoding === 'deflate') return Readable.from(inflated(body), { objectMode: false })
  throw new RangeError(`The content encoding ${encoding.slice(0, 40)} is not known.`)
}

/** `deflate` is with the header of zlib by the standard, and without it by many servers. */
async function* inflated(body: Readable): AsyncGenerator<Buffer> {
  const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>
  const { value: first, done } = await chunks.next()
  if (done === true || first === undefined) return
  const all = async function* () {
    yield first
    yield* { [Symbol.asyncIterator]: () => chunks }
  }
  const isZlib = ((first[0] ?? 0) & 0x0f) === 8 && (((first[0] ?? 0) << 8) | (first[1] ?? 0)) % 31 === 0
  yield* pipeline(all, isZlib ? createInflate() : createInflateRaw(), () => {}) as AsyncIterable<Buffer>
}
