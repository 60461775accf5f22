export interface JsonLine {
  readonly key: string
  /** Dotted, of the value that the line shows or opens. */
  readonly path: string
  readonly depth: number
  readonly text: string
}

/** A value as indented JSON without commas: each line knows the path of what is on it. */
export const jsonLines = (value: unknown) => linesOf(value, { path: '', depth: 0, label: '' })

interface Place {
  readonly path: string
  readonly depth: number
  readonly label: string
}

function linesOf(value: unknown, { path, depth, label }: Place): JsonLine[] {
  if (typeof value !== 'object' || value === null) {
    return [{ key: path, path, depth, text: label + JSON.stringify(value) }]
  }
  const isList = Array.isArray(value)
  const [opening, closing] = isList ? '[]' : '{}'
  const entries = Object.entries(value)
  if (entries.length === 0) return [{ key: path, path, depth, text: `${label}${opening}${closing}` }]
  const inner = entries.flatMap(([name, each]) =>
    linesOf(each, {
      path: path === '' ? name : `${path}.${name}`,
      depth: depth + 1,
      label: isList ? '' : `${name}: `,
    }),
  )
  return [
    { key: path, path, depth, text: `${label}${opening}` },
    ...inner,
    { key: `${path} end`, path, depth, text: `${closing}` },
  ]
}
