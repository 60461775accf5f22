type Json = Record<string, unknown>

/**
 * A form as its schema means it: `rooms[0][adults]=2` is a list of objects, and texts stand for the numbers and booleans that
 * the schema asks for.
 */
export function readForm(body: string, typeOf: (path: readonly string[]) => unknown): Json {
  const form: Json = {}
  for (const [name, value] of new URLSearchParams(body)) {
    const path = name.split(/\]\[|\[|\]/).filter(Boolean)
    put(form, path, plain(value, typeOf(path.filter((part) => !/^\d+$/.test(part)))))
  }
  return form
}

function put(into: Json, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) into[name] = value
  else {
    into[name] ??= /^\d+$/.test(rest[0] ?? '') ? [] : {}
    put(into[name] as Json, rest, value)
  }
}

function plain(text: string, type: unknown): unknown {
  if (type === 'integer' || type === 'number') return text === '' || Number.isNaN(Number(text)) ? text : Number(text)
  return type === 'boolean' && /^(true|false)$/.test(text) ? text === 'true' : text
}
