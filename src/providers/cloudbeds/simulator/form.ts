/** The fields of a form; lists as PHP reads them: `rooms[0][roomID]` is `rooms: [{ roomID }]`. */
export function readForm(body: string): Record<string, unknown> {
  const form: Record<string, unknown> = {}
  for (const [name, value] of new URLSearchParams(body)) {
    const [, list, index, field] = /^(\w+)\[(\d+)\]\[(\w+)\]$/.exec(name) ?? []
    if (list === undefined || field === undefined) form[name] = value
    else {
      form[list] ??= []
      const rows = form[list] as Record<string, unknown>[]
      rows[Number(index)] = { ...rows[Number(index)], [field]: value }
    }
  }
  return form
}
