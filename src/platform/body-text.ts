const LABEL = /charset\s*=\s*"?([\w.:-]+)/i
const XML_DECLARATION = /^\s*<\?xml[^>]{0,100}\sencoding\s*=\s*["']([\w.:-]+)["']/

/**
 * The text of a body, whatever it was written in: by its byte order mark, by what its first characters look like, by what
 * its content type or its XML declaration says, as UTF-8; and where none of these fits the bytes, as Windows-1252, of which
 * ISO-8859-1 is a part. A byte order mark is no part of the text.
 */
export function textOf(bytes: Buffer, contentType = ''): string {
  const head = bytes.toString('latin1', 0, 200)
  const said = [LABEL.exec(contentType)?.[1], XML_DECLARATION.exec(head)?.[1]]
  // UTF-16 is seen in the bytes; one that is only said has been written anew on the way.
  const labels = [wideEncodingOf(bytes), ...said.filter((label) => !/^(utf-?16|ucs-?2)/i.test(label ?? '')), 'utf-8']
  for (const label of labels) {
    const text = label === undefined ? null : decode(bytes, label)
    if (text !== null) return text
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

/** Two bytes a character: a byte order mark, or every other byte of the first two characters is nothing. */
function wideEncodingOf([a, b, c, d]: Buffer): string | undefined {
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0 && c === 0 && b && d) return 'utf-16be'
  if (b === 0 && d === 0 && a && c) return 'utf-16le'
  return undefined
}

/** Null for an unknown encoding, and for bytes that it does not have. */
function decode(bytes: Buffer, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
