/** Nothing that is kept of an item needs more; whoever wants the rest has it in the PMS. */
const LONGEST_TEXT_BYTES = 1024 * 1024

const QUOTE = 0x22
const BACKSLASH = 0x5c
const LETTER_U = 0x75
const CUT = Buffer.from('… [cut: too large]')

/**
 * Leaves out the rest of every text in a JSON document that is longer than 1 MiB, as it comes: a document with a film in
 * one of its fields can be held and read all the same. What is no JSON passes as it is.
 */
export async function* withoutLongTexts(
  chunks: AsyncIterable<Buffer>,
  longest = LONGEST_TEXT_BYTES,
): AsyncGenerator<Buffer> {
  const cut = createCutter(longest)
  let isJson: boolean | null = null
  for await (const chunk of chunks) {
    isJson ??= /^(\xef\xbb\xbf)?\s*[[{]/.test(chunk.toString('latin1', 0, 100))
    if (isJson) yield* cut(chunk)
    else yield chunk
  }
}

/** Bytes alone tell where a text ends: in UTF-8, as in Latin-1, a quote or a backslash is never part of another character. */
function createCutter(longest: number) {
  let isText = false
  let isCut = false
  /** Bytes of an escape sequence that are still to come. */
  let escaped = 0
  /** Bytes of the text so far. */
  let length = 0

  return function* cut(chunk: Buffer): Generator<Buffer> {
    let from = isCut ? chunk.length : 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0
      if (!isText) {
        isText = byte === QUOTE
        length = 0
        continue
      }
      if (escaped > 0) {
        escaped += byte === LETTER_U && escaped === 1 ? 3 : -1
        continue
      }
      if (byte === QUOTE) {
        isText = false
        if (!isCut) continue
        isCut = false
        from = at
        yield CUT
        continue
      }
      length++
      if (!isCut && length > longest && !isWithinCharacter(byte)) {
        isCut = true
        if (at > from) yield chunk.subarray(from, at)
        from = chunk.length
      }
      if (byte === BACKSLASH) escaped = 1
    }
    if (from < chunk.length) yield chunk.subarray(from)
  }
}

const isWithinCharacter = (byte: number) => (byte & 0xc0) === 0x80
