/** As much as a request may have, with room for the rest of it. */
export const MOST_BYTES = 900_000

export interface CsvFile {
  readonly name: string
  readonly text: string
  readonly columns: readonly string[]
  /** Below the header. */
  readonly lines: number
}

/**
 * A file as it is sent, with what can be said of it before: its columns and how many lines it has.
 * @returns why it cannot be taken, in a sentence
 */
export async function readCsv(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<CsvFile | string> {
  if (file.size > MOST_BYTES) return 'This file is too large: divide it into several.'
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    const [header = '', ...rest] = text.split(/\r\n|\n|\r/)
    if (header.trim() === '') return 'This file is empty.'
    return { name: file.name, text, columns: columnsOf(header), lines: rest.filter((line) => line !== '').length }
  } catch {
    return 'This file is not in UTF-8: save it as “CSV UTF-8”.'
  }
}

function columnsOf(header: string): string[] {
  const separator = header.includes(';') ? ';' : ','
  return header.split(separator).map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
}
